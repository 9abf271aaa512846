package yuheng.delivery;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;
import yuheng.delivery.Drawing.Look;
import yuheng.delivery.Drawing.Mark;
import yuheng.terms.Language;

/// Writes a bulletin as a tagged PDF with its fonts embedded; the same bulletin is the same bytes.
final class PdfWriter {
  /// Type of the objects that charts are placed as.
  static final String CHART = "yuheng/chart";

  private static final String STYLE =
      """
      @page { size: A4; margin: 37mm 26mm 35mm 28mm;
        @bottom-center { content: '— ' counter(page) ' —'; font-family: text; font-size: 14pt } }
      body { font-family: text; font-size: 16pt; line-height: 28.9pt; margin: 0; color: #000 }
      h1 { font-family: title; font-weight: normal; font-size: 22pt; line-height: 34pt;
        text-align: center; margin: 0 0 14pt 0 }
      h2 { font-family: heading; font-weight: normal; font-size: 16pt; line-height: 28.9pt; margin: 0;
        text-indent: 32pt; page-break-after: avoid }
      p { margin: 0; text-indent: 32pt; text-align: justify }
      .mark { font-family: heading; text-align: center; text-indent: 0; font-size: 14pt }
      .issuer { text-align: center; text-indent: 0; margin-bottom: 18pt }
      .caption { font-family: heading; font-size: 12pt; line-height: 20pt; text-align: center;
        text-indent: 0; margin: 8pt 0 2pt 0; page-break-after: avoid }
      table { width: 100%; border-collapse: collapse; font-size: 10.5pt; line-height: 15pt;
        -fs-table-paginate: paginate; margin-bottom: 10pt }
      thead { display: table-header-group }
      tr { page-break-inside: avoid }
      th { font-family: heading; font-weight: normal; border: 0.5pt solid #000; padding: 2pt 3pt;
        text-align: center }
      td { border: 0.5pt solid #000; padding: 2pt 3pt }
      td.number { text-align: right }
      .figure { page-break-inside: avoid; margin-bottom: 6pt }
      .plot { position: relative }
      object { position: absolute; left: 0; top: 0; display: block }
      .label { position: absolute; width: 120pt; font-size: 9pt; line-height: 11pt }
      .left { font-size: 10.5pt; line-height: 16pt; text-indent: 0 }
      .sign { text-align: right; margin: 28.9pt 64pt 14pt 0; page-break-inside: avoid }
      .sign p { text-indent: 0; text-align: right }
      .notes { border-top: 0.5pt solid #000; padding-top: 4pt; font-size: 10.5pt; line-height: 16pt }
      .notes p { text-indent: 21pt }
      """;

  private final Typefaces fonts;

  PdfWriter(Typefaces fonts) {
    this.fonts = fonts;
  }

  byte[] write(Bulletin bulletin, Language language) {
    XRLog.setLoggingEnabled(false);
    var drawings = new LinkedHashMap<String, Drawing>();
    String html = new BulletinHtml(bulletin, language, drawings).page(STYLE);
    var builder = new PdfRendererBuilder();
    builder.useFont(fonts.text().toFile(), "text");
    builder.useFont(fonts.heading().toFile(), "heading");
    builder.useFont(fonts.title().toFile(), "title");
    builder.usePdfUaAccessibility(true);
    builder.withHtmlContent(html, null);
    builder.useObjectDrawerFactory(drawers(drawings));
    var bytes = new ByteArrayOutputStream();
    builder.toStream(bytes);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      stamp(document, bulletin, language);
      document.save(bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return bytes.toByteArray();
  }

  /// The day it speaks of, not the day it was made, so that making it again gives the same bytes.
  private static void stamp(PDDocument document, Bulletin bulletin, Language language) {
    PDDocumentInformation about = document.getDocumentInformation();
    about.setTitle(bulletin.name(language));
    about.setAuthor(bulletin.issuer().in(language));
    about.setProducer("Yuheng");
    about.setCreationDate(calendar(bulletin.knownOn()));
    about.setModificationDate(calendar(bulletin.knownOn()));
    document.setDocumentId(bulletin.knownOn().toEpochDay());
  }

  private static Calendar calendar(LocalDate day) {
    var calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
    calendar.setTimeInMillis(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
    return calendar;
  }

  private static DefaultObjectDrawerFactory drawers(SequencedMap<String, Drawing> drawings) {
    var drawers = new DefaultObjectDrawerFactory();
    drawers.registerDrawer(
        CHART,
        (element, x, y, width, height, device, _, dotsPerPixel) -> {
          @Nullable Drawing drawing = drawings.get(element.getAttribute("data"));
          device.drawWithGraphics(
              (float) x,
              (float) y,
              (float) (width / dotsPerPixel),
              (float) (height / dotsPerPixel),
              graphics -> draw(Objects.requireNonNull(drawing), graphics, width / dotsPerPixel));
          return null;
        });
    return drawers;
  }

  private static void draw(Drawing drawing, Graphics2D graphics, double width) {
    double scale = width / Drawing.WIDTH;
    graphics.scale(scale, scale);
    for (Mark mark : drawing.marks()) {
      switch (mark) {
        case Mark.Bar bar -> {
          graphics.setColor(colour(bar.look()));
          graphics.fill(new Rectangle2D.Double(bar.x(), bar.y(), bar.width(), bar.height()));
        }
        case Mark.Stroke line -> {
          graphics.setColor(colour(line.look()));
          graphics.setStroke(stroke(line.look()));
          graphics.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
        }
        case Mark.Dot dot -> {
          graphics.setColor(colour(dot.look()));
          graphics.fill(new Ellipse2D.Double(dot.x() - 2.2, dot.y() - 2.2, 4.4, 4.4));
        }
        case Mark.Label _ -> {} // set as text of the page, so that it can be selected
      }
    }
  }

  private static Color colour(Look look) {
    return switch (look) {
      case FIRST -> new Color(0x1F6F54);
      case SECOND -> new Color(0x7A5C1E);
      case ASKED -> new Color(0x555555);
      case GRID -> new Color(0xC8C8C8);
    };
  }

  private static BasicStroke stroke(Look look) {
    return switch (look) {
      case FIRST, SECOND -> new BasicStroke(1.6f);
      case GRID -> new BasicStroke(0.5f);
      case ASKED ->
          new BasicStroke(
              1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {5, 3}, 0);
    };
  }
}
