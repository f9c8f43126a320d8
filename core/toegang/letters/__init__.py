"""Letters: data and template to HTML, HTML to one PDF that is PDF/A-3a and PDF/UA-1 (DESIGN.md §6).

The road of one letter, each station a module::

    samenstellen   domain values           -> Briefgegevens    (everything a template may print)
    tekens         Briefgegevens           -> refused when the house font lacks a character
    sjablonen      Briefgegevens, template -> HTML             (sandboxed, autoescape, StrictUndefined)
    woordenschat   HTML                    -> Inhoud           (the strict parser)
    documenttoets  Briefgegevens, Inhoud   -> refused when the law asks something that is not there
    weasy          HTML, house style       -> PDF
    maken          all of these in one function; ``pool`` runs it in parallel, ``batch`` stores the result

Nothing here imports weasyprint or jinja2 before it is needed.
"""
