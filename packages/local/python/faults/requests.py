"""What holds for requests of every service.

moto's check of If-None-Match and the write after it are two steps: two writers
of a large body can both pass the check, and S3's own locking of Terraform states
rests on it. So requests are answered one at a time. The body is read before the
turn is taken: a slow client must not hold up the others.

On a busy machine an answer can be lost after the work is done. AWS' SDKs then ask
again, and a second "create" would be refused for what the first has made.
"""

import collections
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


# AWS' SDKs give each call an id, and every attempt at it the same one.
_CALL = "HTTP_AMZ_SDK_INVOCATION_ID"
_KEPT_ANSWERS = 500


def once_a_call(application):
    """Gives a repeated attempt at a change the answer of the one that worked.

    Has to be called by one thread at a time.
    """
    answers = collections.OrderedDict()

    def serve(environ, start_response):
        call = environ.get(_CALL)
        if not call or environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            return application(environ, start_response)
        if call in answers:
            status, headers, body = answers[call]
            start_response(status, headers)
            return [body]

        began = []

        def begin(status, headers, exc_info=None):
            began[:] = [status, list(headers)]
            return start_response(status, headers, exc_info)

        answer = application(environ, begin)
        try:
            body = b"".join(answer)
        finally:
            if hasattr(answer, "close"):
                answer.close()
        if began[0].startswith("2"):
            answers[call] = (*began, body)
            if len(answers) > _KEPT_ANSWERS:
                answers.popitem(last=False)
        return [body]

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
