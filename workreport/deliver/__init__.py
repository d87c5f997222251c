"""What happens to a site after it is built: packed, and compared with its list."""
