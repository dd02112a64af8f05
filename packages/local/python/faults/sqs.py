"""moto writes the redrive policy anew, with blanks and its own order of keys.

SQS answers with the text that it was given, and the AWS provider compares text.
"""

from moto.sqs.models import Queue


def mend():
    original_setup = Queue._setup_dlq
    original_attributes = Queue.attributes

    def _setup_dlq(self, policy):
        original_setup(self, policy)
        self.redrive_policy_text = policy if isinstance(policy, str) else None

    def attributes(self):
        result = original_attributes.fget(self)
        text = getattr(self, "redrive_policy_text", None)
        if "RedrivePolicy" in result and text:
            result["RedrivePolicy"] = text
        return result

    Queue._setup_dlq = _setup_dlq
    Queue.attributes = property(attributes)
