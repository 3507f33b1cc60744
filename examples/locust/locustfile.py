"""People who look around in the bookshop, and some who buy: run it with Loadgate, or with Locust alone."""

from locust import HttpUser, between, tag, task


class Reader(HttpUser):
    wait_time = between(0.1, 0.5)

    @tag("read")
    @task(5)
    def look_at_a_page(self):
        self.client.get("/books?page=1")

    @tag("read")
    @task(3)
    def look_at_a_book(self):
        with self.client.get("/books/42", catch_response=True) as answer:
            if "title" not in answer.json():
                answer.failure("a book without a title")
