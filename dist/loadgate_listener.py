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

A worker on another machine has no socket: its lines go to the master with Locust's own messages, and the master hands them on, each
worker's by a connection of its own:

    relay  json                       the first line of such a connection: what Locust calls the worker
    place  json json                  after its hello: the name of its host, and the address by which it reaches the master
    clock  sent back there wall wall_there
                                      the worker was asked for its clocks at sent and had answered at back (both by our clock); there and
                                      wall_there are what it said, and wall is our clock of the world at sent

and of the master's own:

    join   json                       a worker has connected, whether it can tell or not
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
# A worker that has nothing left to tell says so in this time after its users have stopped.
END_SECONDS = 5
# Nobody waits for one that has said nothing for so long.
SILENCE_SECONDS = 4
# Clocks are compared so often before a worker is listened to, and then again and again: a question on a quiet moment is answered fast.
QUESTIONS = 8
QUESTION_SECONDS = 0.05
ANSWER_SECONDS = 2
AGAIN_SECONDS = 1
# More than this waits for nobody to read it: the run is lost, and memory must not be.
WAITING_MAX = 200_000


# What is sent between master and workers, by Locust's own messages.
MESSAGE = "loadgate"
CLOCK = "loadgate_clock"
END = "loadgate_end"


def wall():
    """Microseconds of the clock of the world."""
    return time.time_ns() // 1000


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
        self.send = None
        self.relays = {}

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
        role = type(runner).__name__
        role = "worker" if "Worker" in role else "master" if "Master" in role else "local"
        if self.path is None:
            self.close = lambda: None
            self.send = lambda text: runner.send_message(MESSAGE, {"text": text})
            runner.register_message(CLOCK, self.answer)
            runner.register_message(END, self.finish, concurrent=True)
        else:
            self.send, self.close = connection(self.path)
        if role == "master":
            runner.register_message(MESSAGE, self.relay)
            runner.register_message(CLOCK, self.answered)
        # A second writer must not come between the pieces of what a first one sends.
        self.sending = Semaphore()
        self.tell("hello", VERSION, self.pid, role, str(locust.__version__)[:50])
        if self.path is None:
            self.tell("place", json.dumps(socket.gethostname()[:100]), json.dumps(own_address(runner)))
        self.flush()
        if role == "master":
            for client_id in list(runner.clients):
                self.joined(client_id)
        self.beating = gevent.spawn(self.beat)

    def tell(self, *fields):
        """Keeps a line for the next flush."""
        self.lines.append("\t".join(map(str, fields)))

    def flush(self):
        """Sends what was kept."""
        with self.sending:
            lines, self.lines = self.lines, []
            if lines:
                self.send("\n".join(lines) + "\n")

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
        most = environment.stop_timeout or 0
        patience = PATIENCE_SECONDS + 2 * self.longest / 1000
        environment.stop_timeout = min(most, patience)
        self.moment("stop")
        self.dismiss(most)

    def joined(self, client_id=None, **_):
        """A worker has connected to this master."""
        if self.pid != os.getpid():
            return
        self.tell("join", json.dumps(str(client_id)[:TEXT_MAX]))
        self.flush()

    def relay(self, msg=None, **_):
        """A worker tells something: it has a connection of its own, as if it were here."""
        if self.pid != os.getpid() or not isinstance(msg.data, dict) or not isinstance(msg.data.get("text"), str):
            return
        relay = self.relays.get(msg.node_id)
        if relay is None:
            self.joined(msg.node_id)
            relay = self.relays[msg.node_id] = Relay(self.path, self.environment.runner, msg.node_id)
        relay.take(msg.data["text"])

    def answer(self, msg=None, **_):
        """The master compares clocks."""
        self.environment.runner.send_message(CLOCK, {"asked": msg.data, "there": now(), "wall": wall()})

    def answered(self, msg=None, **_):
        """A worker has said what its clocks are."""
        relay = self.relays.get(msg.node_id)
        if relay is not None and isinstance(msg.data, dict):
            relay.compare(msg.data)

    def dismiss(self, patience):
        """Lets workers elsewhere stop, and waits for their last words: Locust itself hears them for half a second only."""
        if not self.relays:
            return
        self.environment.runner.send_message(END)
        until = time.monotonic() + patience + END_SECONDS
        while time.monotonic() < until and any(each.is_talking() for each in self.relays.values()):
            gevent.sleep(0.02)

    def finish(self, *_, **__):
        """This worker is to stop, and to say its last word while somebody listens. Releases up to 2.46 call it by position."""
        self.environment.runner.stop()
        self.end()

    def end(self, **_):
        """The last word."""
        if self.pid == os.getpid():
            self.beating.kill()
            self.read()
            self.tell("end", self.requests)
            self.flush()
            self.close()
            self.pid = None
        for relay in self.relays.values():
            relay.close()
        self.relays = {}


class Relay:
    """What one worker elsewhere tells, on its way to Loadgate."""

    def __init__(self, path, runner, name):
        self.runner = runner
        self.name = name
        self.ended = False
        # What is said before the clocks are compared waits for that.
        self.held = []
        self.write, self.close = connection(path)
        self.write(f"relay\t{json.dumps(str(name)[:TEXT_MAX])}\n")
        self.answers = 0
        self.heard = time.monotonic()
        self.asking = gevent.spawn(self.ask)

    def is_talking(self):
        """False for one that has said its last word, or says nothing any more."""
        return not self.ended and time.monotonic() - self.heard < SILENCE_SECONDS

    def take(self, text):
        """Some of its lines."""
        self.heard = time.monotonic()
        hello, _, rest = text.partition("\n") if self.held == [] else ("", "", text)
        if self.held is None:
            self.pass_on(text)
        elif hello.startswith("hello"):
            self.pass_on(hello + "\n")
            self.held.append(rest)
        else:
            self.held.append(text)

    def pass_on(self, text):
        """Writes; nothing is written to one that Loadgate does not listen to any more."""
        try:
            self.write(text)
        except OSError:
            self.asking.kill(block=False)
        if text.startswith("end\t") or "\nend\t" in text:
            self.ended = True
            self.asking.kill(block=False)
            self.close()

    def ask(self):
        """Compares clocks, first often and then now and then."""
        for _ in range(QUESTIONS):
            self.runner.send_message(CLOCK, {"sent": now(), "wall": wall()}, self.name)
            gevent.sleep(QUESTION_SECONDS)
        until = time.monotonic() + ANSWER_SECONDS
        while self.answers < QUESTIONS and time.monotonic() < until:
            gevent.sleep(QUESTION_SECONDS)
        held, self.held = "".join(self.held), None
        self.pass_on(held)
        while True:
            gevent.sleep(AGAIN_SECONDS)
            self.runner.send_message(CLOCK, {"sent": now(), "wall": wall()}, self.name)

    def compare(self, data):
        """An answer to one of the questions."""
        back = now()
        asked = data.get("asked")
        numbers = [asked.get("sent"), back, data.get("there"), asked.get("wall"), data.get("wall")] if isinstance(asked, dict) else []
        if self.ended or not numbers or not all(isinstance(each, int) for each in numbers):
            return
        self.answers += 1
        self.pass_on("\t".join(map(str, ["clock", *numbers])) + "\n")


def connection(path):
    """Connects to Loadgate; what writes a text, and what closes."""
    opened = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    opened.connect(path)
    return lambda text: opened.sendall(text.encode()), opened.close


def own_address(runner):
    """The address by which this machine reaches the master; empty where nobody knows."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect((runner.master_host, runner.master_port))
            address = probe.getsockname()[0]
            # Through a tunnel the master seems to be here.
            return "" if address.startswith("127.") else address
    except OSError:
        return ""


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
    if not path and ("--worker" in sys.argv or os.environ.get("LOCUST_MODE_WORKER")):
        path = None
    elif not path or not os.path.exists(path):
        sys.exit("Loadgate cannot listen: there is no socket for it")
    listener = Listener(path)
    events.init.add_listener(lambda environment, **_: listener.open(environment))
    events.request.add_listener(listener.request)
    events.user_error.add_listener(listener.user_error)
    events.spawning_complete.add_listener(lambda user_count, **_: listener.moment("all", user_count))
    events.test_stopping.add_listener(lambda environment, **_: listener.stop(environment))
    # Locust has this event since 2.16; before, a worker has joined when it first tells something.
    if hasattr(events, "worker_connect"):
        events.worker_connect.add_listener(listener.joined)
    events.quit.add_listener(listener.end)


start()
