package no.torg.migration;

import java.util.List;

/** A small log with other columns than any other, and the mapping that it needs. */
final class SampleLog {

    static final String MAPPING = """
            format: 1
            scheme: saksbank
            service: {key: saksbank, kind: inquiry, name: {nb: Saksbanken, nn: Saksbanken, en: The case bank}}
            file: {separator: ";", missing: ["-"]}
            dates: {formats: ["dd.MM.yyyy HH:mm:ss", iso], zone: Europe/Oslo}
            event: {case: sak, key: [id], order: [nr], at: tid, by: hvem}
            case: {title: "{sak} {emne}", requester: innmelder, handler: behandler}
            state: {column: tilstand, values: {Ny: new, Arbeid: in-progress, Venter: waiting-for-requester, Ferdig: resolved, Lukket: closed}}
            priority: {column: hast, values: {A: 1, B: 3}, others: 4}
            channel: {column: kanal, values: {Telefon: phone}, others: import}
            team: {column: gruppe, values: {Drift: Driftsgruppa}, none: Uten gruppe}
            fields: {Emne: emne}
            counters: {flyttet: {column: flytt, mean: flyttinger}}
            """;
    static final String HEADER = "id;sak;nr;tid;hvem;emne;innmelder;behandler;tilstand;hast;kanal;gruppe;flytt";
    static final List<String> RECORDS = List.of(
            "1;S1;1;01.03.2024 09:00:00;Ida;Nøkler;Per;-;Ny;A;Telefon;Drift;0",
            "2;S1;2;01.03.2024 10:00:00;Ida;Nøkler;Per;Ola;Arbeid;A;Telefon;Nett;1",
            "3;S1;3;01.03.2024 11:30:00;Ola;Nøkler;Per;Ola;Arbeid;A;Telefon;Drift;2",
            "4;S1;4;02.03.2024 09:00:00;Ola;Nøkler;Per;Ola;Ferdig;B;Telefon;Drift;2",
            "5;S1;5;03.03.2024 09:00:00;Per;Nøkler;Per;Ola;Arbeid;B;Telefon;Drift;2",
            "6;S1;6;04.03.2024 09:00:00;Ola;Nøkler;Per;Ola;Lukket;B;Telefon;Drift;2",
            "7;S2;1;2024-03-05T23:30:00;Ida;\"Dør; \"\"stor\"\"\nog tung\";Kari;-;Ny;B;E-post;-;0",
            "8;S2;2;2024-03-06 08:00;Ida;Dør;Kari;-;Rar;B;E-post;Nett;0",
            "9;S3;1;07.03.2024 08:00:00;Ida;=HYPERLINK(1);-;Ola;Venter;-;Telefon;Nett;-");

    private SampleLog() {
    }
}
