"""The disk runs out of reads: every answer reads 16 places of a file past the page cache. `python3 blocking-io.py --port N`."""
import mmap
import os
import random
import sys
import tempfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PIECE = 256 * 1024
PIECES = 1024

folder = tempfile.TemporaryDirectory(dir=".")
path = os.path.join(folder.name, "pages")
with open(path, "wb") as file:
    for _ in range(PIECES):
        file.write(os.urandom(PIECE))
    os.fsync(file.fileno())
# O_DIRECT: what was just written would be answered from memory otherwise.
pages = os.open(path, os.O_RDONLY | os.O_DIRECT)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self):
        super().setup()
        self.room = mmap.mmap(-1, PIECE)

    def do_GET(self):
        for _ in range(16):
            os.preadv(pages, [self.room], PIECE * random.randrange(PIECES))
        self.send_response(200)
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Handler).serve_forever()
