package no.torg.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTest {

    private static final String RIGHT = """
        { "type": "default", "id": "f", "schemaVersion": 19, "components": [
          { "type": "textfield", "id": "a", "key": "a", "label": "A" },
          %s ] }""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'type':'slider','id':'b','key':'b','label':'B'} | unknown component type \"slider\"",
        "'text' | unknown component type \"\"",
        "{'type':'textfield','id':'b','key':'b','label':'B','colour':'red'} | unknown property \"colour\"",
        "{'type':'textfield','id':'b','key':'b','label':'B','validate':{'pattern':'x'}} | unknown validation \"pattern\"",
        "{'type':'textfield','id':'b','key':'b','label':'B','validate':[]} | validate must be an object",
        "{'type':'textfield','id':'b','key':'b','label':'B','conditional':{'show':'=a'}} | unknown condition \"show\"",
        "{'type':'number','id':'b','key':'b','label':'B','properties':{'torg:picker':'person'}} | unknown property \"torg:picker\"",
        "{'type':'textfield','id':'a','key':'b','label':'B'} | the id \"a\" stands twice, first in line 2",
        "{'type':'textfield','id':'b','key':'a','label':'B'} | the key \"a\" stands twice, first in line 2",
        "{'type':'textfield','id':'b','key':'b','key':'c','label':'B'} | \"key\" stands twice",
        "{'type':'textfield','id':'b b','key':'b','label':'B'} | a component has an id that begins with a letter",
        "{'type':'textfield','id':'b','key':'b-c','label':'B'} | a component has a key that begins with a letter",
        "{'type':'textfield','id':'b','label':'B'} | a component has a key that begins with a letter",
        "{'type':'textfield','id':'b','key':'if','label':'B'} | the key \"if\" is a word of FEEL and cannot name an answer",
        "{'type':'textfield','id':'b','key':'person','label':'B'} | the key \"person\" is a word of FEEL and cannot name an answer",
        "{'type':'textfield','id':'b','key':'b'} | the label of \"b\" is missing",
        "{'type':'textfield','id':'b','key':'b','label':'  '} | the label of \"b\" is missing",
        "{'type':'textfield','id':'b','key':'b','label':'=a'} | label must be plain text, not an expression",
        "{'type':'textfield','id':'b','key':'b','label':7} | label must be a text",
        "{'type':'text','id':'b'} | the text of \"b\" is missing",
        "{'type':'datetime','id':'b','key':'b','dateLabel':'B'} | a datetime has the subtype date, time or datetime",
        "{'type':'datetime','subtype':'date','id':'b','key':'b'} | the dateLabel of \"b\" is missing",
        "{'type':'datetime','subtype':'date','id':'b','key':'b','dateLabel':'B','properties':{'torg:earliest':'soon'}} | torg:earliest is today, a date such as",
        "{'type':'datetime','subtype':'date','id':'b','key':'b','dateLabel':'B','properties':{'torg:latest':'=today('}} | torg:latest is refused: this is not FEEL",
        "{'type':'textfield','id':'b','key':'b','label':'B','properties':{'torg:picker':'robot'}} | torg:picker must be one of person, unit",
        "{'type':'textfield','id':'b','key':'b','label':'B','properties':{'torg:affiliation':'student'}} | torg:affiliation goes with",
        "{'type':'textfield','id':'b','key':'b','label':'B','properties':{'torg:check':'shoe-size'}} | torg:check must be one of organisation-number, postcode",
        "{'type':'textfield','id':'b','key':'b','label':'B','validate':{'required':'yes'}} | required must be true or false",
        "{'type':'textfield','id':'b','key':'b','label':'B','validate':{'maxLength':1.5}} | maxLength must be a whole number from 0 to 50000",
        "{'type':'textfield','id':'b','key':'b','label':'B','validate':{'maxLength':99999999}} | maxLength must be a whole number from 0 to 50000",
        "{'type':'textfield','id':'b','key':'b','label':'B','validate':{'maxLength':1e999999}} | maxLength must be a number of at most 15 digits",
        "{'type':'textfield','id':'b','key':'b','label':'B','validate':{'minLength':9,'maxLength':3}} | minLength is more than maxLength",
        "{'type':'textfield','id':'b','key':'b','label':'B','validate':{'validationType':'url'}} | validationType must be one of",
        "{'type':'number','id':'b','key':'b','label':'B','validate':{'min':3,'max':2}} | min is more than max",
        "{'type':'select','id':'b','key':'b','label':'B'} | values must have at least one choice",
        "{'type':'select','id':'b','key':'b','label':'B','values':[{'value':'x','label':'X'},{'value':'x','label':'Y'}]} | the value \"x\" stands twice",
        "{'type':'radio','id':'b','key':'b','label':'B','values':[{'value':'x'}]} | a choice has a value of at most 100 characters and a label",
        "{'type':'checklist','id':'b','key':'b','label':'B','values':[{'value':1,'label':'X'}]} | value must be a text",
        "{'type':'group','id':'b','label':'B'} | \"b\" has no components",
        "{'type':'dynamiclist','id':'b','path':'b','label':'B','components':[]} | \"b\" has no components",
        "{'type':'textfield','id':'b','key':'b','label':'B','conditional':{'hide':'a = 1'}} | hide must be FEEL that begins with =",
        "{'type':'textfield','id':'b','key':'b','label':'B','conditional':{'hide':'=a ='}} | hide is refused: this is not FEEL, at character 3",
        "{'type':'textfield','id':'b','key':'b','label':'B','conditional':{'hide':'=wat = 1'}} | hide is refused: there is no answer \"wat\"",
        "{'type':'textfield','id':'b','key':'b','label':'B','conditional':{'hide':'=b = 1'}} | conditions go in a circle: b → b"})
    void names_what_is_wrong_with_its_line(String component, String message) {
        var reading = read(RIGHT.formatted(component.replace('\'', '"')));
        assertThat(reading.form()).isNull();
        assertThat(reading.problems()).anySatisfy(problem -> {
            assertThat(problem.message()).startsWith(message);
            assertThat(problem.line()).isEqualTo(3);
        });
    }

    @Test
    void finds_everything_at_once() {
        var reading = read(RIGHT.formatted("""
            { "type": "textfield",
              "id": "b",
              "label": "B",
              "size": 3,
              "conditional": { "hide":
                "=nope = 1" } },
            { "type": "number", "id": "c", "key": "c", "label": "",
              "validate": { "min": "1" } }"""));
        assertThat(reading.problems()).extracting(Problem::line).containsExactly(3, 6, 8, 9, 10);
    }

    @Test
    void circles_are_found_through_groups_and_rows() {
        assertThat(read(RIGHT.formatted("""
            { "type": "group", "id": "g", "label": "G", "conditional": { "hide": "=c = 1" }, "components": [
              { "type": "textfield", "id": "b", "key": "b", "label": "B" } ] },
            { "type": "dynamiclist", "id": "l", "path": "l", "label": "L", "components": [
              { "type": "number", "id": "c", "key": "c2", "label": "C", "conditional": { "hide": "=b = 1" } } ] },
            { "type": "number", "id": "d", "key": "c", "label": "C", "conditional": { "hide": "=count(l) = 1" } }""")).problems())
            .extracting(Problem::message).containsExactly("conditions go in a circle: g → d → l → b → g");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "null", "{", "{}", "{\"type\":\"default\"}", "{\"a\":1}}", "{'type':'default'}",
        "{\"type\":\"default\",\"id\":\"f\",\"schemaVersion\":19,\"components\":[]}", "{\"type\":\"default\",\"id\":\"f\",\"components\":[{}]}",
        "{\"type\":\"default\",\"id\":\"f\",\"schemaVersion\":1e99,\"components\":[{\"type\":\"text\",\"id\":\"t\",\"text\":\"x\"}]}",
        "{\"type\":\"default\",\"id\":\"f\",\"schemaVersion\":19,\"more\":1,\"components\":[{\"type\":\"text\",\"id\":\"t\",\"text\":\"x\"}]}"})
    void refuses_what_is_no_form(String json) {
        assertThat(read(json).form()).isNull();
        assertThat(read(json).problems()).isNotEmpty();
    }

    @Test
    void refuses_what_is_too_much() {
        assertThat(read(" ".repeat(600_000)).problems()).extracting(Problem::message).containsExactly("the form is larger than 512 kB");
        assertThat(read("[".repeat(100)).problems()).singleElement().extracting(Problem::message).asString().contains("this is not JSON");
        var many = "{\"type\":\"text\",\"id\":\"t\",\"text\":\"x\"},".repeat(250);
        assertThat(read(RIGHT.formatted(many + "{\"type\":\"text\",\"id\":\"t\",\"text\":\"x\"}")).problems())
            .extracting(Problem::message).contains("the form has more than 200 components");
        var deep = "{\"type\":\"group\",\"id\":\"g\",\"label\":\"G\",\"components\":[".repeat(5) + "]}".repeat(5);
        assertThat(read(RIGHT.formatted(deep)).problems()).extracting(Problem::message).contains("components are nested more than 4 deep");
        var nested = "{\"type\":\"dynamiclist\",\"id\":\"l\",\"path\":\"l\",\"label\":\"L\",\"components\":[{\"type\":\"dynamiclist\",\"id\":\"m\",\"path\":\"m\","
            + "\"label\":\"M\",\"components\":[{\"type\":\"text\",\"id\":\"t\",\"text\":\"x\"}]}]}";
        assertThat(read(RIGHT.formatted(nested)).problems()).extracting(Problem::message).contains("a dynamic list cannot stand inside another");
    }

    @Test
    void bytes_that_are_not_text_are_refused() {
        assertThat(Forms.read(new byte[] {'"', (byte) 0xff, '"'}).problems()).containsExactly(new Problem(1, "the file is not UTF-8 text"));
    }

    private static FormReading read(String json) {
        return Forms.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
