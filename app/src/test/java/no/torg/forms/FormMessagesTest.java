package no.torg.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormMessagesTest {

    private static final Pattern CODE = Pattern.compile("(?:Answer\\.wrong|AnswerError\\.of)\\(\"([a-z-]+)\"|\"(not-a-[a-z]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"nb", "nn", "en"})
    void every_code_is_worded_and_no_more(String language) throws IOException {
        var texts = new java.util.Properties();
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/messages/forms_" + language + ".properties"))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        var codes = new TreeSet<String>();
        try (var sources = Files.list(Path.of("src/main/java/no/torg/forms"))) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                CODE.matcher(Files.readString(source)).results().forEach(found -> codes.add(found.group(1) == null ? found.group(2) : found.group(1)));
            }
        }
        assertThat(texts.stringPropertyNames().stream().filter(key -> key.startsWith("forms.error."))).containsExactlyInAnyOrderElementsOf(codes.stream().map(code -> "forms.error." + code).toList());
        texts.forEach((key, text) -> assertThat(new MessageFormat((String) text, ULocale.forLanguageTag(language)).format(new Object[] {1, 2})).isNotBlank());
    }
}
