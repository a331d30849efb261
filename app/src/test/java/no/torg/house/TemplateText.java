package no.torg.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a jte template as its compiler does and keeps what would be shown as it stands there: text, and attributes that people hear or see. */
final class TemplateText {

    private static final Set<String> SHOWN = Set.of("aria-label", "aria-description", "aria-roledescription", "alt", "title", "placeholder", "label");

    private final String source;
    private final List<String> shown = new ArrayList<>();
    private int at;

    private TemplateText(String source) {
        this.source = source;
    }

    /** The texts in a template that stand there literally and have letters, as {@code "line 3: Send"}. */
    static List<String> of(String source) {
        var text = new TemplateText(source);
        text.content('\0');
        return text.shown;
    }

    /** Content until the closing character. */
    private void content(char end) {
        var literal = new StringBuilder();
        while (at < source.length() && source.charAt(at) != end) {
            if (skipped()) {
                continue;
            }
            if (source.charAt(at) == '<') {
                keep(literal);
                tag();
            } else {
                literal.append(source.charAt(at++));
            }
        }
        keep(literal);
    }

    /** Passes over what is no text: comments, code and directives. */
    private boolean skipped() {
        if (startsWith("<%--")) {
            return until("--%>");
        }
        if (startsWith("<!--")) {
            return until("-->");
        }
        if (startsWith("${") || startsWith("!{")) {
            at += 2;
            return code('{', '}');
        }
        if (startsWith("$unsafe{")) {
            at += 8;
            return code('{', '}');
        }
        return startsWith("@") && directive();
    }

    private boolean directive() {
        if (startsWith("@import") || startsWith("@param")) {
            return until("\n");
        }
        var end = at + 1;
        while (end < source.length() && (Character.isLetterOrDigit(source.charAt(end)) || ".-_".indexOf(source.charAt(end)) >= 0)) {
            end++;
        }
        if (end == at + 1) {
            return false;
        }
        at = end;
        if (startsWith("(")) {
            at++;
            code('(', ')');
        }
        return true;
    }

    /** Passes over code to the bracket that closes it; content within backticks is read as content. */
    private boolean code(char opens, char closes) {
        var depth = 1;
        while (at < source.length() && depth > 0) {
            var c = source.charAt(at++);
            if (c == '"' || c == '\'') {
                string(c);
            } else if (c == '@' && startsWith("`")) {
                at++;
                content('`');
                at++;
            } else if (c == opens) {
                depth++;
            } else if (c == closes) {
                depth--;
            }
        }
        return true;
    }

    private void string(char quote) {
        while (at < source.length() && source.charAt(at) != quote) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void tag() {
        var name = new StringBuilder();
        while (at < source.length() && source.charAt(at) != '>') {
            if (skipped()) {
                continue;
            }
            var c = source.charAt(at++);
            if (c == '"') {
                attribute(name.toString());
                name.setLength(0);
            } else if (Character.isWhitespace(c)) {
                name.setLength(0);
            } else if (c != '=') {
                name.append(c);
            }
        }
        at++;
    }

    private void attribute(String name) {
        var literal = new StringBuilder();
        while (at < source.length() && source.charAt(at) != '"') {
            if (!skipped()) {
                literal.append(source.charAt(at++));
            }
        }
        at++;
        if (SHOWN.contains(name)) {
            keep(literal);
        }
    }

    private void keep(StringBuilder literal) {
        var text = literal.toString().replaceAll("&#?\\w+;", " ").strip();
        literal.setLength(0);
        // a single letter is the name of a key
        if (text.length() > 1 && text.chars().anyMatch(Character::isLetter)) {
            shown.add("line " + (source.substring(0, Math.min(at, source.length())).lines().count()) + ": " + text);
        }
    }

    private boolean until(String end) {
        var found = source.indexOf(end, at);
        at = found < 0 ? source.length() : found + end.length();
        return true;
    }

    private boolean startsWith(String text) {
        return source.startsWith(text, at);
    }
}
