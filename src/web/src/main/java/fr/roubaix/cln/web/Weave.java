package fr.roubaix.cln.web;

import java.util.Locale;

import com.vaadin.flow.component.Html;

/** The basket weave of the identity, five columns by four rows: decoration, hidden from assistive technology. */
public final class Weave extends Html {

    private static final double CELL = 62;
    private static final double STRAND = 13.9;
    private static final double LENGTH = 52.6;
    private static final double STEP = 19.35;
    private static final double MARGIN = 2.7;
    /** Opacity of each cell, row by row; 2 stands for a cell of the thread colour. */
    private static final double[][] CELLS = {
        {.16, .55, 1, 2, .85}, {2, .16, .55, 1, .3}, {.3, .85, .16, .55, 2}, {1, .55, 2, .16, .55}
    };

    public Weave() {
        super("<div class=\"weave\" aria-hidden=\"true\">" + svg() + "</div>");
    }

    private static String svg() {
        var svg = new StringBuilder("<svg viewBox=\"0 0 306 244\" width=\"306\" height=\"244\">");
        for (int row = 0; row < CELLS.length; row++) {
            for (int column = 0; column < CELLS[row].length; column++) {
                cell(svg, row, column);
            }
        }
        return svg.append("</svg>").toString();
    }

    private static void cell(StringBuilder svg, int row, int column) {
        boolean upright = (row + column) % 2 == 0;
        double tone = CELLS[row][column];
        for (int strand = 0; strand < 3; strand++) {
            double x = column * CELL + MARGIN + (upright ? strand * STEP : 0);
            double y = row * CELL + MARGIN + (upright ? 0 : strand * STEP);
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"7\" fill=\"var(--cln-%s)\" opacity=\"%.2f\"/>",
                    x,
                    y,
                    upright ? STRAND : LENGTH,
                    upright ? LENGTH : STRAND,
                    tone > 1 ? "thread" : "accent",
                    Math.min(tone, 1)));
        }
    }
}
