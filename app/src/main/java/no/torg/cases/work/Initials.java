package no.torg.cases.work;

/** One or two letters for where there is no picture. */
final class Initials {

    private Initials() {
    }

    static String of(String name) {
        var names = name.strip().split("\\s+");
        var first = names[0].isEmpty() ? "?" : names[0].substring(0, 1);
        return names.length == 1 ? first : first + names[names.length - 1].substring(0, 1);
    }
}
