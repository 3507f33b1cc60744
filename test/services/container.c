/* What runs in the containers of the tests: a small HTTP server. With a second port it asks the server there for each request. */
#include <arpa/inet.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static struct sockaddr_in at(const char *port) {
  struct sockaddr_in place = {.sin_family = AF_INET, .sin_port = htons(atoi(port))};
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return place;
}

static void ask(const char *port) {
  struct sockaddr_in place = at(port);
  char answer[256];
  int peer = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(peer, (void *)&place, sizeof place) == 0 && write(peer, "GET / HTTP/1.1\r\n\r\n", 18) == 18)
    if (read(peer, answer, sizeof answer) < 0) exit(3);
  close(peer);
}

static void serve(int peer, int count, char **words) {
  char request[4096];
  const char *answer = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";
  while (read(peer, request, sizeof request) > 0) {
    for (volatile long step = 0; step < 1000000; step++);
    if (count == 3) ask(words[2]);
    if (write(peer, answer, strlen(answer)) < 0) break;
  }
}

static void end(int signal) { _exit(signal == SIGTERM ? 0 : 5); }

int main(int count, char **words) {
  if (count == 1) return 0;
  struct sockaddr_in place = at(words[1]);
  int one = 1, listener = socket(AF_INET, SOCK_STREAM, 0);
  /* The first process of a container ignores what it does not handle. Nothing is left for longer than ten minutes. */
  signal(SIGTERM, end);
  signal(SIGALRM, end);
  alarm(600);
  signal(SIGCHLD, SIG_IGN);
  signal(SIGPIPE, SIG_IGN);
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(listener, (void *)&place, sizeof place) != 0 || listen(listener, 64) != 0) return 2;
  for (;;) {
    int peer = accept(listener, 0, 0);
    if (peer < 0) continue;
    if (fork() == 0) {
      serve(peer, count, words);
      _exit(0);
    }
    close(peer);
  }
}
