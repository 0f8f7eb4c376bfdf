"""What students import: pictures, data loading, shape tracing."""
