package no.torg.migration;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import no.torg.Client;
import no.torg.World;

/** A small log in which some records cannot be read, brought in or tried by the page as an administrator does it. */
public final class ImportSamples {

    private static final String FILE = "saksbank-2024.csv";
    private static final String TRY = "main button[name=trial]";

    private ImportSamples() {
    }

    /** Brings the log in, if that is not done, and waits until it has come. */
    public static void bring(World world, String administrator) {
        var browser = world.browser(administrator);
        if (browser.get("/imports").body().contains(FILE)) {
            return;
        }
        var page = browser.post("/imports", List.of(Client.file("mapping", "saksbank.yaml", SampleLog.MAPPING), Client.file("file", FILE, log()))).header("Location");
        await().atMost(Duration.ofSeconds(60)).until(() -> !browser.get(page).body().contains("<progress"));
    }

    /** Whether a log can be tried on the page that is shown. */
    public static boolean offered(Page page) {
        return page.locator(TRY).count() > 0;
    }

    /** Tries the log; the page then shows what it would come to. */
    public static void tryOut(Page page) {
        page.locator("#mapping").setInputFiles(new FilePayload("saksbank.yaml", "application/yaml", SampleLog.MAPPING.getBytes(StandardCharsets.UTF_8)));
        page.locator("#file").setInputFiles(new FilePayload(FILE, "text/csv", log().getBytes(StandardCharsets.UTF_8)));
        page.locator(TRY).click();
        page.locator("#trial").waitFor();
    }

    private static String log() {
        var records = new ArrayList<>(SampleLog.RECORDS);
        records.add("10;S4;1;i går;Ida;Lys;Per;-;Ny;A;Telefon;Drift;0");
        records.add("11;S4;2;01.03.2024 09:00:00;Ida;Lys;Per;-;Ny;A;Telefon;Drift;mange");
        records.add("for;få");
        return SampleLog.HEADER + "\n" + String.join("\n", records) + "\n";
    }
}
