"""Commands that publish content to many kiosks, and receive it."""
