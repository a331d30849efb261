package no.torg.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    private static final String SIGNS = "./\\: \u202E\ud800.pdfåø%\n\0";

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '`', value = {
        "søknad om studierett.pdf,søknad om studierett.pdf,pdf", "Bilde.PNG,Bilde.PNG,png", "C:\\Users\\kari\\bilde.jpg,bilde.jpg,jpg",
        "../../etc/passwd.txt,passwd.txt,txt", "..\\..\\a/b.pdf,b.pdf,pdf", "faktura\u202Efdp.exe,fakturafdp.exe,exe",
        "a\u200B\u2066b\uFEFF.pdf,ab.pdf,pdf", "a\u030A\u00A0 b.pdf,å b.pdf,pdf", "a.pdf:evil.exe,a.pdf_evil.exe,exe",
        "a.pdf. . ,a.pdf,pdf", ".htaccess,htaccess,``", "..,``,``", "``,``,``", "/,``,``", "fil uten type,fil uten type,``", "a.pdf.exe,a.pdf.exe,exe",
        "<b>\"x\"|?*.pdf,_b__x____.pdf,pdf", "en\u2028to.txt,ento.txt,txt", "😀.png,😀.png,png", "a.PDİ,a.PDİ,pdi̇"})
    void is_cleaned(String sent, String shown, String extension) {
        assertThat(FileName.of(sent).text()).isEqualTo(shown);
        assertThat(FileName.of(sent).extension()).isEqualTo(extension);
    }

    @Test
    void loses_what_would_end_a_string_or_a_line() {
        assertThat(FileName.of("a\0.pdf").text()).isEqualTo("a.pdf");
        assertThat(FileName.of("a\r\nSet-Cookie: x.pdf").text()).isEqualTo("aSet-Cookie_ x.pdf");
    }

    @Test
    void is_cut_before_its_extension_and_never_through_a_character() {
        assertThat(FileName.of("a".repeat(500) + ".docx").text()).hasSize(200).endsWith("a.docx");
        assertThat(FileName.of("😀".repeat(300) + ".pdf").text()).hasSize(200).endsWith("😀.pdf");
        assertThat(FileName.of("x" + "😀".repeat(300) + ".pdf").text()).hasSize(199).endsWith("😀.pdf");
        assertThat(FileName.of("b." + "c".repeat(500)).text()).hasSize(200).startsWith("b.ccc");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void is_harmless_whatever_is_sent(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            var sent = new StringBuilder();
            for (int i = random.nextInt(300); i > 0; i--) {
                sent.append(random.nextInt(3) == 0 ? (char) random.nextInt(0x10000) : SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            var name = FileName.of(sent.toString());
            assertThat(name.text()).hasSizeLessThanOrEqualTo(200).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}/\\\\:]").doesNotMatch("[. ].*|.*[. ]");
            assertThat(FileName.of(name.text())).isEqualTo(name);
        }
    }
}
