"""Pillow as its documentation advises for thumbnails: draft mode, decoded once, each size from the next larger one."""

import io
import json
import re
import sys
import time
from pathlib import Path

from PIL import Image, ImageOps


def make_renditions(original: bytes, sizes: list[dict]) -> list[bytes]:
    picture = Image.open(io.BytesIO(original))
    largest = (sizes[-1]["width"], sizes[-1]["height"])
    is_turned = picture.getexif().get(0x0112, 1) >= 5
    picture.draft("RGB", largest[::-1] if is_turned else largest)
    picture = picture.resize(largest[::-1] if is_turned else largest, Image.Resampling.LANCZOS)
    picture = ImageOps.exif_transpose(picture)
    renditions = []
    for size in reversed(sizes):
        picture = picture.resize((size["width"], size["height"]), Image.Resampling.LANCZOS)
        encoded = io.BytesIO()
        picture.save(encoded, "WEBP", quality=80, method=2)
        renditions.insert(0, encoded.getvalue())
    return renditions


def peak_rss_mb() -> float:
    """Of this program alone: getrusage's figure begins with what the process had in memory that started it."""
    return int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) / 1024


for line in sys.stdin:
    task = json.loads(line)
    original = Path(task["original"]).read_bytes()
    cpu, begun = time.process_time(), time.perf_counter()
    renditions = make_renditions(original, task["sizes"])
    measurement = {
        "cpuMs": (time.process_time() - cpu) * 1000,
        "wallMs": (time.perf_counter() - begun) * 1000,
        "peakRssMb": peak_rss_mb(),
    }
    for size, data in zip(task["sizes"], renditions):
        Path(task["folder"], f"{size['width']}.webp").write_bytes(data)
    print(json.dumps(measurement), flush=True)
