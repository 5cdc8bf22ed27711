"""What content is once it is read: the immutable `Library`, its dates, hours, sentences and built-in pages."""
