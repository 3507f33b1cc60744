"""Tells Loadgate of every request of a Locust process as it ended, exactly; loaded beside the user's locustfile.

One line each, its fields separated by tabs, times in whole microseconds of the monotonic clock:

    hello  version pid role locust    the first line of a process; role is local, worker or master
    name   id json                    what id stands for in the lines of requests
    error  id json                    the same for what went wrong
    r      name end latency status bytes way error
                                      a request that ended: way is ok, http, refused, timeout, lost or broken
    none   json                       a request without a response time, which nothing can be said of
    task   json                       an exception in a task, outside of any request
    beat   time users cpu queue memory lag
                                      CPU and run-queue time so far, largest memory in bytes; nothing earlier comes after it
    all    time users                 all users are there
    stop   time                       the users are told to stop
    end    requests                   the last line: how many requests were told of
"""

import errno
import json
import math
import os
import resource
import socket
import sys
import time

import gevent
import locust
from gevent.lock import Semaphore
from locust import events

VERSION = 1
BEAT_SECONDS = 0.1
# A locustfile can invent as many names and messages as it likes.
TEXT_MAX = 300
NAMES_MAX = 200
ERRORS_MAX = 200
OTHER_NAMES = "other requests"
OTHER_ERRORS = "other errors"
# Longer than twice the longest so far, so much more.
PATIENCE_SECONDS = 1
# More than this waits for nobody to read it: the run is lost, and memory must not be.
WAITING_MAX = 200_000


def now():
    """Microseconds of the monotonic clock, which all processes of a machine share."""
    return time.monotonic_ns() // 1000


class Words:
    """Numbers for texts, each told once before it is used."""

    def __init__(self, kind, most, other, tell):
        self.kind = kind
        self.most = most
        self.other = other
        self.tell = tell
        self.known = {}

    def number(self, text):
        text = text[:TEXT_MAX]
        known = self.known.get(text)
        if known is not None:
            return known
        if len(self.known) >= self.most and text != self.other:
            return self.number(self.other)
        number = len(self.known)
        self.known[text] = number
        self.tell(self.kind, number, json.dumps(text))
        return number


class Listener:
    """What one process tells. It begins anew in a process that was forked."""

    def __init__(self, path):
        self.path = path
        self.pid = None
        self.socket = None

    def open(self, environment):
        """Begins to tell, once this process is what it will be."""
        runner = environment.runner
        self.environment = environment
        self.pid = os.getpid()
        self.requests = 0
        self.lines = []
        self.lag = 0
        self.longest = 0
        self.names = Words("name", NAMES_MAX, OTHER_NAMES, self.tell)
        self.errors = Words("error", ERRORS_MAX, OTHER_ERRORS, self.tell)
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.connect(self.path)
        # A second writer must not come between the pieces of what a first one sends.
        self.sending = Semaphore()
        role = type(runner).__name__
        role = "worker" if "Worker" in role else "master" if "Master" in role else "local"
        self.tell("hello", VERSION, self.pid, role, str(locust.__version__)[:50])
        self.flush()
        self.beating = gevent.spawn(self.beat)

    def tell(self, *fields):
        """Keeps a line for the next flush."""
        self.lines.append("\t".join(map(str, fields)))

    def flush(self):
        """Sends what was kept."""
        with self.sending:
            lines, self.lines = self.lines, []
            if lines:
                self.socket.sendall(("\n".join(lines) + "\n").encode())

    def beat(self):
        """Looks at the process again and again, and sends."""
        while True:
            due = now() + int(BEAT_SECONDS * 1_000_000)
            gevent.sleep(BEAT_SECONDS)
            self.lag = max(0, now() - due)
            self.read()
            self.flush()

    def read(self):
        """Tells what the process uses."""
        runner = self.environment.runner
        users = 0 if runner is None or "Master" in type(runner).__name__ else runner.user_count
        use = resource.getrusage(resource.RUSAGE_SELF)
        cpu = int((use.ru_utime + use.ru_stime) * 1_000_000)
        self.tell("beat", now(), users, cpu, queue_time(), use.ru_maxrss * 1024, self.lag)

    def request(self, request_type, name, response_time, response_length, exception=None, response=None, **_):
        """A request has ended."""
        if self.pid != os.getpid():
            return
        # First of all: a request that is then not told of shows at the end, when the two numbers differ.
        self.requests += 1
        if len(self.lines) > WAITING_MAX:
            return
        label = f"{request_type} {name}".strip()
        if not isinstance(response_time, (int, float)):
            self.tell("none", json.dumps(label[:TEXT_MAX]))
            return
        status = status_of(response)
        way, message = ("ok", None) if exception is None else way_of(exception, status)
        self.tell(
            "r",
            self.names.number(label),
            now(),
            round(response_time * 1000) if math.isfinite(response_time) else "NaN",
            "-" if status is None else status,
            response_length if isinstance(response_length, int) else 0,
            way,
            "-" if message is None else self.errors.number(message),
        )
        self.longest = max(self.longest, response_time)

    def user_error(self, exception=None, **_):
        """An exception that no request stands for."""
        if self.pid == os.getpid():
            self.tell("task", json.dumps(f"{type(exception).__name__}: {exception}"[:TEXT_MAX]))

    def moment(self, kind, *fields):
        """Tells at once when something happens to the whole run."""
        if self.pid == os.getpid():
            self.tell(kind, now(), *fields)
            self.flush()

    def stop(self, environment):
        """The measured time is over, or the run is."""
        # Only requests under way are worth waiting for, not users that sleep.
        patience = PATIENCE_SECONDS + 2 * self.longest / 1000
        environment.stop_timeout = min(environment.stop_timeout or 0, patience)
        self.moment("stop")

    def end(self, **_):
        """The last word."""
        if self.pid == os.getpid():
            self.beating.kill()
            self.read()
            self.tell("end", self.requests)
            self.flush()
            self.socket.close()
            self.pid = None


def queue_time():
    """Microseconds that the main thread was ready to run and had no core; - where the kernel does not say."""
    try:
        with open("/proc/self/schedstat", encoding="ascii") as file:
            return int(file.read().split()[1]) // 1000
    except (OSError, ValueError, IndexError):
        return "-"


def status_of(response):
    """Status of an answer; None where there was none."""
    status = getattr(response, "status_code", None)
    return status if isinstance(status, int) and 100 <= status <= 999 else None


def chain_of(exception):
    """An exception with all that it was made of: clients wrap what the socket said."""
    seen = []
    waiting = [exception]
    while waiting and len(seen) < 20:
        each = waiting.pop(0)
        if not isinstance(each, BaseException) or each in seen:
            continue
        seen.append(each)
        waiting += [getattr(each, "reason", None), each.__cause__, each.__context__, *each.args]
    return seen


def way_of(exception, status):
    """What became of a request that failed, and the message for it."""
    if status is not None:
        # Locust's own message names the URL, which would be another one for every request.
        http = type(exception).__name__ in ("HTTPError", "BadStatusCode") or status >= 400
        plain = type(exception).__name__ == "CatchResponseError"
        return "http", str(exception) if plain or not http else f"HTTP {status}"
    chain = chain_of(exception)
    kinds = {type(each).__name__ for each in chain}
    numbers = {getattr(each, "errno", None) for each in chain}
    text = " ".join(str(each) for each in chain)
    refused = {errno.ECONNREFUSED, errno.EHOSTUNREACH, errno.ENETUNREACH, errno.EADDRNOTAVAIL}
    if numbers & refused or kinds & {"ConnectionRefusedError", "ConnectTimeout", "ConnectTimeoutError", "gaierror"}:
        return "refused", "connection refused" if errno.ECONNREFUSED in numbers else type(exception).__name__
    if kinds & {"ReadTimeout", "ReadTimeoutError", "TimeoutError", "timeout", "HTTPTimeoutError"} or errno.ETIMEDOUT in numbers:
        return "timeout", "timeout"
    if "RemoteDisconnected" in kinds or "connection closed" in text.lower():
        return "lost", "closed without an answer"
    if "ConnectionResetError" in kinds:
        return "broken", "ECONNRESET"
    return "broken", type(exception).__name__


def start():
    """Takes its places among the listeners. Without a socket nobody would hear it, and Locust had better not run."""
    path = os.environ.get("LOADGATE_LOCUST_SOCKET")
    if not path or not os.path.exists(path):
        sys.exit("Loadgate cannot listen: there is no socket for it")
    listener = Listener(path)
    events.init.add_listener(lambda environment, **_: listener.open(environment))
    events.request.add_listener(listener.request)
    events.user_error.add_listener(listener.user_error)
    events.spawning_complete.add_listener(lambda user_count, **_: listener.moment("all", user_count))
    events.test_stopping.add_listener(lambda environment, **_: listener.stop(environment))
    events.quit.add_listener(listener.end)


start()
