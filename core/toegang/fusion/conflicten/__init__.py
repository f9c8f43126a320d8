"""What people have to look at before anything is taken over: each with a proposal; none is solved in silence."""
