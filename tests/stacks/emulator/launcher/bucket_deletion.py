"""CloudFormation cannot delete a bucket with something in it; the emulator's does."""

import inspect

from ministack.services import s3
from ministack.services.cloudformation import provisioners


def is_needed():
    return "BucketNotEmpty" not in inspect.getsource(provisioners._s3_delete)


def install():
    provisioners._RESOURCE_HANDLERS["AWS::S3::Bucket"]["delete"] = delete


def delete(bucket, properties):
    status, _, body = s3._delete_bucket(bucket)
    if status >= 400 and b"NoSuchBucket" not in body:
        raise ValueError(f"The bucket {bucket} is not empty")
