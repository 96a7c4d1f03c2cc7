"""The AMIs that Debian names in public parameters of every region; the emulator has those of Amazon Linux."""

from ministack.services import ssm

IMAGES = {
    "/aws/service/debian/release/13/latest/arm64": "ami-0de61a4130000a400",
    "/aws/service/debian/release/13/latest/amd64": "ami-0de61a4130000a800",
}


def is_needed():
    return not any("debian" in name for name in ssm._PUBLIC_AMI_PARAMETERS)


def install():
    ssm._PUBLIC_AMI_PARAMETERS.update(IMAGES)
