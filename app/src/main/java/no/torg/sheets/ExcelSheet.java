package no.torg.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as an Excel file; a sheet that is full is followed by another. */
final class ExcelSheet implements Sheet {

    private static final int FULL = 1_000_000;
    private static final int AT_ONCE = 500;

    private final Workbook book;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    ExcelSheet(OutputStream out) {
        this.book = new Workbook(out, "Torg", "1.0");
        this.sheet = book.newWorksheet("1");
    }

    @Override
    public void row(List<?> cells) {
        try {
            if (row == FULL) {
                sheet.finish();
                sheet = book.newWorksheet(Integer.toString(++sheets));
                row = 0;
            }
            for (int column = 0; column < cells.size(); column++) {
                cell(column, cells.get(column));
            }
            if (++row % AT_ONCE == 0) {
                sheet.flush();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void cell(int column, Object cell) {
        switch (cell) {
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> {
                // shared strings would all be held until the end
                if (!cell.toString().isEmpty()) {
                    sheet.inlineString(row, column, Sheet.plain(cell.toString()));
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            book.finish();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
