package no.torg.cases.requests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import no.torg.catalog.Services.Published;
import no.torg.files.Uploads;
import no.torg.forms.views.ErrorView;
import no.torg.people.Actor;
import no.torg.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** What the small buttons of a form do to what is given: files in and out, rows added and taken away, a picker cleared. */
@Component
class Changes {

    private final Uploads uploads;

    Changes(Uploads uploads) {
        this.uploads = uploads;
    }

    /** Receives the files that came with the form and names them among the answers; gives of each field the first that was refused, the others are kept. */
    Map<String, ErrorView> receive(Actor actor, HttpServletRequest request, Published service, Map<String, Object> given) throws IOException {
        var refused = new LinkedHashMap<String, ErrorView>();
        for (var key : service.definition().form().fileKeys()) {
            for (var file : chosen(request, key)) {
                try (var in = file.getInputStream()) {
                    var named = new ArrayList<>(Filling.texts(given.get(key)));
                    named.add(uploads.receive(actor, in, String.valueOf(file.getOriginalFilename())).id().toString());
                    given.put(key, named);
                } catch (Refused why) {
                    refused.putIfAbsent(key, new ErrorView(why.key(), List.of(why.args()), ""));
                }
            }
        }
        return refused;
    }

    /** What the fields said before of files that were refused; said until others are chosen, for the form is kept while one looks elsewhere. */
    Map<String, ErrorView> told(HttpServletRequest request, Published service) {
        var told = new LinkedHashMap<String, ErrorView>();
        for (var key : service.definition().form().fileKeys()) {
            var text = request.getParameter("told." + key);
            if (text != null && !text.isBlank() && chosen(request, key).isEmpty()) {
                told.put(key, new ErrorView("files.told", List.of(), text));
            }
        }
        return told;
    }

    private static List<MultipartFile> chosen(HttpServletRequest request, String key) {
        return request instanceof MultipartHttpServletRequest multipart ? Uploads.chosen(multipart.getFiles("upload." + key)) : List.of();
    }

    /** Does what a small button says; false where the button is none of these. */
    boolean apply(String go, Map<String, Object> given) {
        var parts = go.split(":", 3);
        if (parts.length < 2) {
            return false;
        }
        switch (parts[0]) {
            case "clear" -> given.remove(parts[1]);
            case "drop" -> given.put(parts[1], without(Filling.texts(given.get(parts[1])), parts.length > 2 ? parts[2] : ""));
            case "add" -> given.put(parts[1], with(rows(given.get(parts[1]))));
            case "remove" -> remove(parts[1], given);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void remove(String path, Map<String, Object> given) {
        var dot = path.lastIndexOf('.');
        var key = dot < 0 ? path : path.substring(0, dot);
        var rows = new ArrayList<>(rows(given.get(key)));
        try {
            rows.remove(Integer.parseInt(path.substring(dot + 1)));
        } catch (NumberFormatException | IndexOutOfBoundsException gone) {
            return;
        }
        given.put(key, rows);
    }

    private static List<Object> with(List<Object> rows) {
        var more = new ArrayList<>(rows);
        if (rows.isEmpty()) {
            more.add(new LinkedHashMap<>());
        }
        more.add(new LinkedHashMap<>());
        return more;
    }

    private static List<String> without(List<String> values, String gone) {
        return values.stream().filter(value -> !value.equals(gone)).toList();
    }

    private static List<Object> rows(@Nullable Object value) {
        return value instanceof List<?> list ? new ArrayList<>(list) : List.of();
    }
}
