package no.torg.cases.work;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Addresses of a list as it is filtered now, with one thing changed; a changed filter begins at the first page. */
record WorkAddress(String path, CaseFilter filter) {

    String after(String cursor) {
        return with("after", cursor);
    }

    String without(String name) {
        return with(name, null);
    }

    String sorted(WorkSort sort) {
        return with("sort", sort.code());
    }

    String exactly() {
        return with("count", "exact");
    }

    private String with(String name, @Nullable String value) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("state", filter.state());
        all.put("team", filter.team());
        all.put("handler", filter.handler());
        all.put("priority", filter.priority());
        all.put("service", filter.service());
        all.put("text", filter.text());
        all.put("sort", filter.sort());
        all.put(name, value);
        var query = all.entrySet().stream().filter(entry -> entry.getValue() != null)
                .map((Map.Entry<String, @Nullable Object> entry) -> entry.getKey() + "=" + URLEncoder.encode(String.valueOf(entry.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
