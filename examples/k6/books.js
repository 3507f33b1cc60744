// A load of two requests, as k6 runs it: k6 run -e BASE_URL=http://localhost:3000 examples/k6/books.js
import http from 'k6/http';
import { check, sleep } from 'k6';

const BASE_URL = __ENV.BASE_URL || 'http://localhost:3000';

export const options = {
  vus: 5,
  duration: '10s',
  thresholds: {
    http_req_duration: ['p(95)<500'],
    http_req_failed: ['rate<0.01'],
  },
};

export default function () {
  const books = http.get(`${BASE_URL}/books?page=1`);
  check(books, { 'status is 200': (answer) => answer.status === 200 });
  http.get(`${BASE_URL}/books/42`);
  sleep(0.05);
}
