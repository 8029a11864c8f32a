/// Four of the notes that the project started from, as they were transcribed from handwriting.
public enum SourceNotes {}
