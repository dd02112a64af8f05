"""moto's check of If-None-Match and the write after it are two steps.

Two writers of a large body can both pass the check, and S3's own locking of
Terraform states rests on it. So requests are answered one at a time. The body
is read before the turn is taken: a slow client must not hold up the others.
"""

import io
import threading

# moto calls itself over HTTP in a few services (SNS to an HTTP endpoint, Lambda
# in CloudFormation). Such a request would wait for its own caller for ever.
_LONGEST_WAIT_SECONDS = 20


def one_at_a_time(application):
    turn = threading.Lock()

    def serve(environ, start_response):
        _read_body(environ)
        taken = turn.acquire(timeout=_LONGEST_WAIT_SECONDS)
        try:
            answer = application(environ, start_response)
            try:
                return [b"".join(answer)]
            finally:
                if hasattr(answer, "close"):
                    answer.close()
        finally:
            if taken:
                turn.release()

    return serve


def _read_body(environ):
    length = environ.get("CONTENT_LENGTH")
    if length:
        body = environ["wsgi.input"].read(int(length))
    elif environ.get("wsgi.input_terminated"):
        body = environ["wsgi.input"].read()
    else:
        return
    environ["wsgi.input"] = io.BytesIO(body)
