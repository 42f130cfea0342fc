"""Configuration: the nearest file upwards from each checked file, merged, with its origins."""
