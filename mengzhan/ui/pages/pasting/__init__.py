"""A recruitment message on its way in: its text, and a vacancy form for each that it names."""
