import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.itextpdf.text.BaseColor;
import com.itextpdf.text.Document;
import com.itextpdf.text.Rectangle;
import com.itextpdf.text.pdf.BaseFont;
import com.itextpdf.text.pdf.PdfContentByte;
import com.itextpdf.text.pdf.PdfWriter;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Draws our positioned pages with iText: DrawPages PAGES.json FONTS_DIR FILE.pdf RUNS
 *
 * Prints {"took": milliseconds of each drawing alone, "peak": bytes}; reading the pages is not counted. All runs are in one
 * process, as a Java program would stay open.
 */
final class DrawPages {
    private static final float PER_MM = 72 / 25.4f;
    private static final Map<String, String> NAMES = Map.of("regular", "NotoSansSC-Regular", "bold", "NotoSansSC-Bold", "rare", "HanaMinB");

    public static void main(String[] args) throws Exception {
        JsonArray pages = JsonParser.parseString(Files.readString(Path.of(args[0]))).getAsJsonArray();
        StringBuilder took = new StringBuilder();
        for (int run = 0; run < Integer.parseInt(args[3]); run++) {
            long start = System.nanoTime();
            draw(pages, args[1], args[2]);
            took.append(run == 0 ? "" : ",").append((System.nanoTime() - start) / 1e6);
        }
        System.out.println("{\"took\":[" + took + "],\"layout\":[],\"bytes\":0,\"peak\":" + peakMemory() + "}");
    }

    private static void draw(JsonArray pages, String fonts, String file) throws Exception {
        Map<String, BaseFont> used = new HashMap<>();
        Document document = new Document(sizeOf(pages.get(0).getAsJsonObject()));
        try (FileOutputStream out = new FileOutputStream(file)) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            document.open();
            for (JsonElement each : pages) {
                JsonObject page = each.getAsJsonObject();
                document.setPageSize(sizeOf(page));
                document.newPage();
                PdfContentByte canvas = writer.getDirectContent();
                float height = number(page, "height");
                for (JsonElement layer : page.getAsJsonArray("layers")) {
                    for (JsonElement element : layer.getAsJsonArray()) drawItem(canvas, element.getAsJsonObject(), height, used, fonts);
                }
            }
            document.close();
        }
    }

    private static void drawItem(PdfContentByte canvas, JsonObject item, float height, Map<String, BaseFont> used, String fonts) throws Exception {
        switch (item.get("kind").getAsString()) {
            case "text" -> {
                String name = item.get("font").getAsString();
                BaseFont font = used.get(name);
                if (font == null) used.put(name, font = BaseFont.createFont(fonts + "/" + NAMES.get(name) + ".ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED));
                canvas.setColorFill(colourOf(item));
                canvas.beginText();
                canvas.setFontAndSize(font, number(item, "size"));
                canvas.setTextMatrix(number(item, "x") * PER_MM, (height - number(item, "y")) * PER_MM);
                canvas.showText(item.get("text").getAsString());
                canvas.endText();
            }
            case "rule" -> {
                canvas.setLineWidth(number(item, "weight") * PER_MM);
                canvas.setColorStroke(colourOf(item));
                canvas.moveTo(number(item, "x1") * PER_MM, (height - number(item, "y1")) * PER_MM);
                canvas.lineTo(number(item, "x2") * PER_MM, (height - number(item, "y2")) * PER_MM);
                canvas.stroke();
            }
            case "fill" -> {
                canvas.setColorFill(colourOf(item));
                canvas.rectangle(number(item, "x") * PER_MM, (height - number(item, "y") - number(item, "height")) * PER_MM, number(item, "width") * PER_MM, number(item, "height") * PER_MM);
                canvas.fill();
            }
            case "ring" -> {
                float left = number(item, "x") * PER_MM, top = (height - number(item, "y")) * PER_MM;
                canvas.setLineWidth(number(item, "weight") * PER_MM);
                canvas.setColorStroke(BaseColor.BLACK);
                canvas.ellipse(left, top - number(item, "height") * PER_MM, left + number(item, "width") * PER_MM, top);
                canvas.stroke();
            }
            case "qr" -> drawCode(canvas, item, height);
            default -> throw new IllegalArgumentException(item.get("kind").getAsString());
        }
    }

    private static void drawCode(PdfContentByte canvas, JsonObject item, float height) {
        JsonArray rows = item.getAsJsonArray("rows");
        float module = number(item, "size") / rows.size() * PER_MM;
        canvas.setColorFill(BaseColor.BLACK);
        for (int row = 0; row < rows.size(); row++) {
            String modules = rows.get(row).getAsString();
            for (int start = modules.indexOf('1'); start >= 0; ) {
                int end = modules.indexOf('0', start) < 0 ? modules.length() : modules.indexOf('0', start);
                canvas.rectangle(number(item, "x") * PER_MM + start * module, (height - number(item, "y")) * PER_MM - (row + 1) * module, (end - start) * module, module);
                start = modules.indexOf('1', end);
            }
        }
        canvas.fill();
    }

    private static Rectangle sizeOf(JsonObject page) {
        return new Rectangle(number(page, "width") * PER_MM, number(page, "height") * PER_MM);
    }

    private static float number(JsonObject item, String key) {
        return item.get(key).getAsFloat();
    }

    private static BaseColor colourOf(JsonObject item) {
        String colour = item.get("colour").getAsString();
        return new BaseColor(Integer.parseInt(colour.substring(1, 3), 16), Integer.parseInt(colour.substring(3, 5), 16), Integer.parseInt(colour.substring(5, 7), 16));
    }

    private static long peakMemory() throws Exception {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM")) return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
        return 0;
    }
}
