"""Programs that make renditions: programs.py NAME. What they cost is what the kernel says of their processes."""

import json
import os
import subprocess
import sys
import time


def vipsthumbnail(original: str, sizes: list[dict], folder: str) -> list[list[str]]:
    return [
        ["vipsthumbnail", original, "--size", f"{s['width']}x{s['height']}!", "-o", f"{folder}/{s['width']}.webp[Q=80,effort=2,strip]"]
        for s in sizes
    ]


def imagemagick(program: str, original: str, sizes: list[dict], folder: str) -> list[list[str]]:
    command = [program, original, "-auto-orient", "-strip", "-quality", "80", "-define", "webp:method=2"]
    for s in reversed(sizes[1:]):
        command += ["-resize", f"{s['width']}x{s['height']}!", "-write", f"{folder}/{s['width']}.webp"]
    smallest = sizes[0]
    return [command + ["-resize", f"{smallest['width']}x{smallest['height']}!", f"{folder}/{smallest['width']}.webp"]]


def ffmpeg(original: str, sizes: list[dict], folder: str) -> list[list[str]]:
    command = ["ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-i", original]
    for s in sizes:
        command += ["-map", "0:v", "-vf", f"scale={s['width']}:{s['height']}:flags=lanczos"]
        command += ["-c:v", "libwebp", "-q:v", "80", "-compression_level", "2", "-frames:v", "1"]
        command += [f"{folder}/{s['width']}.webp"]
    return [command]


COMMANDS = {
    "vipsthumbnail": vipsthumbnail,
    "convert": lambda *args: imagemagick("convert", *args),
    "gm": lambda original, *rest: [["gm", *command] for command in imagemagick("convert", original, *rest)],
    "ffmpeg": ffmpeg,
}

for line in sys.stdin:
    task = json.loads(line)
    commands = COMMANDS[sys.argv[1]](task["original"], task["sizes"], task["folder"])
    begun, cpu, peak = time.perf_counter(), 0.0, 0
    for command in commands:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sys.stderr)
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
        cpu += usage.ru_utime + usage.ru_stime
        peak = max(peak, usage.ru_maxrss)
    wall = time.perf_counter() - begun
    print(json.dumps({"cpuMs": cpu * 1000, "wallMs": wall * 1000, "peakRssMb": peak / 1024}), flush=True)
