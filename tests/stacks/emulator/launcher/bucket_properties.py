"""Properties of a bucket that the emulator's S3 knows and its CloudFormation passes over."""

from api_call import s3_body
from ministack.services import s3
from ministack.services.cloudformation import provisioners


def is_needed():
    known = {name for name, *_ in provisioners._S3_BUCKET_CONFIGURATIONS}
    return not known & CONFIGURATIONS.keys()


def install():
    provisioners._S3_BUCKET_CONFIGURATIONS += tuple(
        (name, to_body, put, lambda bucket, put=put: None) for name, (to_body, put) in CONFIGURATIONS.items()
    )


def encryption(properties):
    rules = [
        {
            "ApplyServerSideEncryptionByDefault": rule["ServerSideEncryptionByDefault"],
            "BucketKeyEnabled": rule.get("BucketKeyEnabled", False),
        }
        for rule in properties["ServerSideEncryptionConfiguration"]
    ]
    return s3_body("PutBucketEncryption", ServerSideEncryptionConfiguration={"Rules": rules})


def lifecycle(properties):
    return s3_body("PutBucketLifecycleConfiguration", LifecycleConfiguration={"Rules": [*map(rule, properties["Rules"])]})


def rule(given):
    made = {"ID": given["Id"], "Status": given["Status"], "Filter": {"Prefix": given.get("Prefix", "")}}
    for name in ("NoncurrentVersionExpiration", "AbortIncompleteMultipartUpload"):
        if name in given:
            made[name] = {key: int(value) for key, value in given[name].items()}
    if "ExpirationInDays" in given:
        made["Expiration"] = {"Days": int(given["ExpirationInDays"])}
    if "ExpiredObjectDeleteMarker" in given:
        made["Expiration"] = {"ExpiredObjectDeleteMarker": True}
    if "Transitions" in given:
        made["Transitions"] = [
            {"Days": int(each["TransitionInDays"]), "StorageClass": each["StorageClass"]} for each in given["Transitions"]
        ]
    return made


def logging(properties):
    enabled = {"TargetBucket": properties["DestinationBucketName"], "TargetPrefix": properties.get("LogFilePrefix", "")}
    return s3_body("PutBucketLogging", BucketLoggingStatus={"LoggingEnabled": enabled})


def ownership(properties):
    return s3_body("PutBucketOwnershipControls", OwnershipControls=properties)


CONFIGURATIONS = {
    "BucketEncryption": (encryption, s3._put_bucket_encryption),
    "LifecycleConfiguration": (lifecycle, s3._put_bucket_lifecycle),
    "LoggingConfiguration": (logging, s3._put_bucket_logging),
    "OwnershipControls": (ownership, s3._put_bucket_ownership_controls),
}
