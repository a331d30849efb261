package no.torg.catalog;

/** Something wrong in a service's folder: the file (its path in the folder), the line (from 1) and an English sentence. */
public record FolderProblem(String file, int line, String message) {

    /** As compilers write it: {@code texts/nn.yaml:12: sentence}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
