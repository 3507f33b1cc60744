"""The same in Python, with another allocator: `python3 service.py <kind> --port N`; json works, json-objects keeps bytes beside it."""
import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

KEPT_A_REQUEST = 41667 // 60
leaks = sys.argv[1] == "json-objects"
kept = []


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = json.dumps([{"id": i, "name": f"book {i}"} for i in range(100)]).encode()
        if leaks:
            kept.append(bytearray(KEPT_A_REQUEST))
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


port = int(sys.argv[sys.argv.index("--port") + 1])
ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()
