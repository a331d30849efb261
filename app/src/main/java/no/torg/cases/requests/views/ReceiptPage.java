package no.torg.cases.requests.views;

import java.util.List;
import no.torg.cases.views.Step;
import no.torg.cases.views.Why;
import no.torg.web.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The receipt for a request.
 *
 * @param kind inquiry, incident, order …: decides how the heading puts it
 * @param lead what happens now, in a sentence
 */
public record ReceiptPage(Frame frame, String number, String kind, String lead, List<Step> line, @Nullable Why why) {}
