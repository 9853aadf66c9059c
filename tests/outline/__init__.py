"""Tests of the outline room."""
