"""Draws our positioned pages with reportlab or cairo: draw_pages.py WAY PAGES.json FONTS_DIR FILE.pdf

Prints {"took": milliseconds of drawing alone, "peak": bytes}; reading the pages is not counted.
"""
import json
import math
import sys
import time

PER_MM = 72 / 25.4


def items_of(page):
    return (item for layer in page["layers"] for item in layer)


def numbers(colour):
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def dark_runs(row):
    start = row.find("1")
    while start >= 0:
        end = row.find("0", start)
        end = len(row) if end < 0 else end
        yield start, end - start
        start = row.find("1", end)


def with_reportlab(pages, fonts, file):
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen import canvas

    used = {item["font"] for page in pages for item in items_of(page) if item["kind"] == "text"}
    names = {"regular": "NotoSansSC-Regular", "bold": "NotoSansSC-Bold", "rare": "HanaMinB"}
    for font in used:
        pdfmetrics.registerFont(TTFont(font, f"{fonts}/{names[font]}.ttf"))
    paper = canvas.Canvas(file, pageCompression=1)
    for page in pages:
        height = page["height"]
        paper.setPageSize((page["width"] * PER_MM, height * PER_MM))
        for item in items_of(page):
            kind = item["kind"]
            if kind == "text":
                paper.setFont(item["font"], item["size"])
                paper.setFillColorRGB(*numbers(item["colour"]))
                paper.drawString(item["x"] * PER_MM, (height - item["y"]) * PER_MM, item["text"])
            elif kind == "rule":
                paper.setLineWidth(item["weight"] * PER_MM)
                paper.setStrokeColorRGB(*numbers(item["colour"]))
                paper.line(item["x1"] * PER_MM, (height - item["y1"]) * PER_MM, item["x2"] * PER_MM, (height - item["y2"]) * PER_MM)
            elif kind == "fill":
                paper.setFillColorRGB(*numbers(item["colour"]))
                paper.rect(item["x"] * PER_MM, (height - item["y"] - item["height"]) * PER_MM, item["width"] * PER_MM, item["height"] * PER_MM, stroke=0, fill=1)
            elif kind == "ring":
                left, top = item["x"] * PER_MM, (height - item["y"]) * PER_MM
                paper.setLineWidth(item["weight"] * PER_MM)
                paper.setStrokeColorRGB(0, 0, 0)
                paper.ellipse(left, top - item["height"] * PER_MM, left + item["width"] * PER_MM, top)
            elif kind == "qr":
                module = item["size"] / len(item["rows"]) * PER_MM
                path = paper.beginPath()
                for row, modules in enumerate(item["rows"]):
                    for start, length in dark_runs(modules):
                        path.rect(item["x"] * PER_MM + start * module, (height - item["y"]) * PER_MM - (row + 1) * module, length * module, module)
                paper.setFillColorRGB(0, 0, 0)
                paper.drawPath(path, stroke=0, fill=1)
        paper.showPage()
    paper.save()


def with_cairo(pages, _fonts, file):
    import cairo

    surface = cairo.PDFSurface(file, 1, 1)
    for page in pages:
        surface.set_size(page["width"] * PER_MM, page["height"] * PER_MM)
        context = cairo.Context(surface)
        context.scale(PER_MM, PER_MM)
        for item in items_of(page):
            kind = item["kind"]
            if kind == "text":
                weight = cairo.FONT_WEIGHT_BOLD if item["font"] == "bold" else cairo.FONT_WEIGHT_NORMAL
                context.select_font_face("Noto Sans SC", cairo.FONT_SLANT_NORMAL, weight)
                context.set_font_size(item["size"] / PER_MM)
                context.set_source_rgb(*numbers(item["colour"]))
                context.move_to(item["x"], item["y"])
                context.show_text(item["text"])
            elif kind == "rule":
                context.set_line_width(item["weight"])
                context.set_source_rgb(*numbers(item["colour"]))
                context.move_to(item["x1"], item["y1"])
                context.line_to(item["x2"], item["y2"])
                context.stroke()
            elif kind == "fill":
                context.set_source_rgb(*numbers(item["colour"]))
                context.rectangle(item["x"], item["y"], item["width"], item["height"])
                context.fill()
            elif kind == "ring":
                context.set_source_rgb(0, 0, 0)
                context.set_line_width(item["weight"])
                context.new_sub_path()
                context.arc(item["x"] + item["width"] / 2, item["y"] + item["height"] / 2, item["width"] / 2, 0, 2 * math.pi)
                context.stroke()
            elif kind == "qr":
                module = item["size"] / len(item["rows"])
                for row, modules in enumerate(item["rows"]):
                    for start, length in dark_runs(modules):
                        context.rectangle(item["x"] + start * module, item["y"] + row * module, length * module, module)
                context.set_source_rgb(0, 0, 0)
                context.fill()
        surface.show_page()
    surface.finish()


def peak_memory():
    with open("/proc/self/status", encoding="utf-8") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))


way, source, fonts, file = sys.argv[1:]
with open(source, encoding="utf-8") as text:
    pages = json.load(text)
start = time.perf_counter()
{"reportlab": with_reportlab, "cairo": with_cairo}[way](pages, fonts, file)
took = (time.perf_counter() - start) * 1000
print(json.dumps({"took": [took], "layout": [], "bytes": 0, "peak": peak_memory()}))
