;;; pact-mode.el --- Agreements between people, and their logs  -*- lexical-binding: t; -*-

;; Author: The pactlang founders
;; Maintainer: The pactlang founders
;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: languages, tools
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; `pact-mode' is for agreements (files that end in .pact), and
;; `pactlog-mode' for their logs (.pactlog): colours, indentation,
;; comments, a menu of headings, \\[compile].  With Eglot they talk to
;; the language server of pactlang, `pact lsp':
;;
;;   (require 'pact-mode)
;;   (add-hook 'pact-mode-hook #'eglot-ensure)
;;   (add-hook 'pactlog-mode-hook #'eglot-ensure)

;;; Code:

(require 'pact-words)
(require 'compile)

(defgroup pact nil
  "Agreements between people, and their logs."
  :group 'languages
  :prefix "pact-")

(defcustom pact-program "pact"
  "The program that checks agreements; a full path where it is not on the path."
  :type 'string)

(defcustom pact-indent-offset 4
  "How far a line stands under its heading."
  :type 'natnum
  :safe #'natnump)

(defface pact-reason-face '((t :inherit font-lock-doc-face))
  "Face for reasons: lines that start with `>'.")

(defface pact-note-face '((t :inherit font-lock-doc-face))
  "Face for the notes of a log.")

;;; Letters

(defvar pact-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?- "_" table)
    (modify-syntax-entry ?' "." table)
    (modify-syntax-entry ?\" "." table)
    (modify-syntax-entry ?\n ">" table)
    table)
  "Letters of agreements and logs.
Hash signs and quotation marks get their meaning from
`pact--propertize', since it depends on what stands before them.")

(defconst pact--propertize
  (syntax-propertize-rules
   ;; A reason is the parties' own words, and no mark in it means anything.
   ("^[ \t]+>.*$")
   ("\\([\"“„]\\)[^\"”“\n]*\\([\"”“]\\)" (1 "|") (2 "|"))
   ("\\(?:^\\|[ \t]\\)\\(#\\)" (1 "<")))
  "Strings stand on one line; a comment starts a line or follows a space.")

(defconst pact--propertize-log
  (syntax-propertize-rules
   ;; So is a note, unless it starts with a hash sign.
   ("^[ \t]+[^ \t\n#].*$")
   ("\\([\"“„]\\)[^\"”“\n]*\\([\"”“]\\)" (1 "|") (2 "|"))
   ("\\(?:^\\|[ \t]\\)\\(#\\)" (1 "<")))
  "The same for logs.")

(defconst pact--name "[[:alpha:]][[:alnum:]-]*"
  "What a name looks like.")

;;; Colours of agreements

(defconst pact--lists
  (list (cons "pact" pact-words-pact)
        (cons "event" pact-words-event)
        (cons "state" pact-words-state)
        (cons "days" pact-words-days)
        (cons "hours" pact-words-hours)
        (cons "matrix" pact-words-matrix))
  "What may stand under each heading that is no clause.")

(defconst pact--first
  (regexp-opt (append pact-words-headings pact-words-kinds) 'symbols)
  "The first word of a heading.")

(defconst pact--name-after
  (concat "^" pact--first "[ \t]+\\(" pact--name "\\)")
  "A heading with a name.")

(defun pact--words-here ()
  "The list of words that mean something on this line."
  (save-excursion
    (forward-line 0)
    (cond ((looking-at "[^ \t\n#]") pact-words-heading)
          ((re-search-backward (concat "^" pact--first) nil t)
           (alist-get (match-string-no-properties 0) pact--lists pact-words-clause nil #'string=))
          (t pact-words-clause))))

(defun pact--next-word (limit words)
  "Find the next word before LIMIT that is one of WORDS.
WORDS is a list, or a function that says the list for a line."
  (let (found (case-fold-search nil))
    (while (and (not found) (re-search-forward (concat "\\_<" pact--name "\\_>") limit t))
      (setq found (and (not (nth 8 (save-match-data (save-excursion (syntax-ppss (match-beginning 0))))))
                       (member (match-string-no-properties 0)
                               (if (functionp words) (save-match-data (funcall words)) words)))))
    found))

(defun pact--next-modifier (limit)
  "Find the next modifier before LIMIT: the first word of an indented line."
  (let ((case-fold-search nil))
    (re-search-forward (concat "^[ \t]+\\(" (regexp-opt pact-words-modifiers 'symbols) "\\)") limit t)))

(defconst pact--numbers "\\_<[0-9]+\\(?:[-:.][0-9]+\\)*\\_>"
  "Dates, times and numbers.")

(defconst pact--keywords
  `(("^[ \t]+>.*$" 0 'pact-reason-face t)
    ("#[ \t]*\\([Aa]llow\\)[ \t]*:" 1 font-lock-preprocessor-face prepend)
    (,(concat "^" (regexp-opt pact-words-headings 'symbols)) 1 font-lock-keyword-face)
    (,(concat "^" (regexp-opt pact-words-kinds 'symbols)) 1 font-lock-keyword-face)
    (,pact--name-after 2 font-lock-function-name-face)
    (pact--next-modifier 1 font-lock-builtin-face)
    (,(lambda (limit) (pact--next-word limit #'pact--words-here)) 0 font-lock-keyword-face)
    (,(lambda (limit) (pact--next-word limit pact-words-events)) 0 font-lock-type-face)
    (,(lambda (limit) (pact--next-word limit pact-words-values)) 0 font-lock-constant-face)
    ("\\_<[[:alpha:]_]+\\(?:/[[:alnum:]_+-]+\\)+\\|\\_<sha256:[[:xdigit:]]+" 0 font-lock-constant-face)
    (,pact--numbers 0 font-lock-constant-face))
  "What is coloured in an agreement.")

;;; Colours of logs

(defconst pact--when
  (let ((day "[0-9]\\{4\\}-[0-9]\\{2\\}-[0-9]\\{2\\}")
        (time "[0-9]\\{2\\}:[0-9]\\{2\\}\\(?:Z\\|[-+][0-9:]+\\)?"))
    (concat "^\\(" day "\\(?:[ \t]+" time "\\)?"
            "\\(?:[ \t]+to\\(?:[ \t]+" day "\\)?\\(?:[ \t]+" time "\\)?\\)?\\)[ \t]+"))
  "When an entry happened.")

(defconst pactlog--keywords
  `((,(concat pact--when "\\(" (regexp-opt (reverse pact-words-log-events)) "\\)\\_>") 2 font-lock-builtin-face)
    (,(concat pact--when "\\(" pact--name "\\)") 2 font-lock-type-face)
    (,(concat "\\_<\\(?:as\\|about\\)[ \t]+\\(" pact--name "\\)") 1 font-lock-variable-name-face)
    ;; What is let go of entries: `waive tell of e4, ours of e5'.  What stands after `instead of' is a person.
    (,(concat "\\(?:^\\|[ \t]\\)\\(" pact--name "\\)[ \t]+of[ \t]+\\(" pact--name "\\)")
     (2 (unless (equal (match-string 1) "instead") font-lock-variable-name-face)))
    (,(concat "\\_<" pact--name "@[0-9]\\{4\\}-[0-9]\\{2\\}-[0-9]\\{2\\}\\(?:~[0-9]+\\)?") 0 font-lock-variable-name-face)
    (,(lambda (limit) (pact--next-word limit pact-words-log)) 0 font-lock-keyword-face)
    ("\\_<[0-9]+\\(?:[-:.][0-9]+\\)*\\(?:[-+][0-9:]+\\|Z\\)?\\_>" 0 font-lock-constant-face)
    ("^[ \t]+[^ \t\n#].*$" 0 'pact-note-face t))
  "What is coloured in a log.")

;;; Indentation

(defconst pact--heading-line
  (concat "\\(?:" (regexp-opt pact-words-headings 'symbols) "\\(?:[ \t]\\|$\\)\\|"
          (regexp-opt pact-words-kinds 'symbols)
          "\\(?:[ \t]+[^ \t\"#\n]+\\)?\\(?:[ \t]+\"[^\"\n]*\"\\)?[ \t]*\\(?:[ \t]#.*\\)?$\\)")
  "A heading.
A clause has the same first word as some sentences, as in `check-in by
everyone every week', but nothing stands after its name and title.")

(defun pact--above ()
  "The indentation of the last line above that is not empty, or nil."
  (save-excursion
    (forward-line 0)
    (skip-chars-backward " \t\n")
    (unless (bobp)
      (current-indentation))))

(defun pact--empty-above-p ()
  "Whether the line above is empty, or there is none."
  (save-excursion
    (or (/= 0 (forward-line -1)) (looking-at-p "[ \t]*$"))))

(defun pact--indentation ()
  "Return the column for a line of an agreement: 0 for headings."
  (save-excursion
    (back-to-indentation)
    (let ((case-fold-search nil))
      (cond ((looking-at-p "#") (current-indentation))
            ((or (looking-at-p pact--heading-line) (not (pact--above))) 0)
            ((and (eolp) (pact--empty-above-p)) 0)
            ((save-excursion (re-search-backward (concat "^" pact--first) nil t)) pact-indent-offset)
            (t 0)))))

(defun pactlog--indentation ()
  "Return the column for a line of a log: 0 for entries, more for notes."
  (save-excursion
    (back-to-indentation)
    (cond ((looking-at-p "[0-9]\\{4\\}-\\|#") 0)
          ((not (eolp)) (if (pact--above) pact-indent-offset 0))
          ((pact--empty-above-p) 0)
          (t (or (pact--above) 0)))))

(defun pact--indent-to (column)
  "Indent the line to COLUMN, with point at the same place in the text."
  (if (<= (current-column) (current-indentation))
      (indent-line-to column)
    (save-excursion (indent-line-to column))))

(defun pact-indent-line ()
  "Indent the line of an agreement."
  (interactive)
  (pact--indent-to (pact--indentation)))

(defun pactlog-indent-line ()
  "Indent the line of a log."
  (interactive)
  (pact--indent-to (pactlog--indentation)))

;;; Menus, compiling

(defconst pact--imenu
  `(("Clauses" ,(concat "^" (regexp-opt pact-words-kinds 'symbols) "\\(?:[ \t]+" pact--name "\\)?") 0)
    ("Events" ,(concat "^\\(?:event\\|term\\|state\\|days\\|hours\\)[ \t]+\\(" pact--name "\\)") 1)
    ("People" ,(concat "^person[ \t]+\\(" pact--name "\\)") 1)
    ("Tables" ,(concat "^matrix[ \t]+\\(" pact--name "\\)") 1))
  "Headings of an agreement.")

(defconst pactlog--imenu
  `((nil "^#+[ \t]*\\(.+\\)" 1)
    ("Entries" ,(concat "^[0-9].*\\_<as[ \t]+\\(" pact--name "\\)[ \t]*$") 1))
  "Headings of a log: comments in the first column, and entries with a name.")

(add-to-list 'compilation-error-regexp-alist-alist
             '(pact "^[ \t]*\\(?:“.*”  \\|[0-9]\\{4\\}-[0-9]\\{2\\}-.*  \\)?\\([^ \t\n“”:][^\n“”:]*\\.pact\\(?:log\\)?\\):\\([0-9]+\\)\\(?::\\([0-9]+\\)\\)?" 1 2 3))
(add-to-list 'compilation-error-regexp-alist 'pact)

(defun pact--beside ()
  "The agreements in this folder: what has a heading `pact', not what is included."
  (seq-filter (lambda (file)
                (with-temp-buffer
                  (insert-file-contents file nil 0 20000)
                  (re-search-forward "^pact\\_>" nil t)))
              (directory-files default-directory nil "\\`[^.].*\\.pact\\'")))

(defun pact--compile-command ()
  "Return a command for \\[compile]: lint an agreement, check a log."
  (when buffer-file-name
    (let ((name (file-name-nondirectory buffer-file-name)))
      (mapconcat #'shell-quote-argument
                 (if (derived-mode-p 'pactlog-mode)
                     `(,pact-program "check" ,@(pact--beside) ,name)
                   `(,pact-program "lint" "--all" ,name))
                 " "))))

(defun pact--common ()
  "What both modes share."
  (setq-local comment-start "# "
              comment-start-skip "#+[ \t]*"
              comment-end ""
              indent-tabs-mode nil
              tab-width 4
              imenu-sort-function nil)
  (when-let ((command (pact--compile-command)))
    (setq-local compile-command command)))

;;;###autoload
(define-derived-mode pact-mode prog-mode "Pact"
  "Major mode for agreements."
  :syntax-table pact-mode-syntax-table
  (pact--common)
  (setq-local syntax-propertize-function pact--propertize
              font-lock-defaults '(pact--keywords)
              indent-line-function #'pact-indent-line
              imenu-generic-expression pact--imenu
              imenu-case-fold-search nil
              outline-regexp "[^ \t\n#]"))

;;;###autoload
(define-derived-mode pactlog-mode prog-mode "Pactlog"
  "Major mode for logs of what happened."
  :syntax-table pact-mode-syntax-table
  (pact--common)
  (setq-local syntax-propertize-function pact--propertize-log
              font-lock-defaults '(pactlog--keywords)
              indent-line-function #'pactlog-indent-line
              imenu-generic-expression pactlog--imenu
              outline-regexp "#+"))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.pact\\'" . pact-mode))
;;;###autoload
(add-to-list 'auto-mode-alist '("\\.pactlog\\'" . pactlog-mode))


(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               `(((pact-mode :language-id "pact") (pactlog-mode :language-id "pactlog"))
                 . ,(lambda (&rest _) (list pact-program "lsp")))))

(provide 'pact-mode)
;;; pact-mode.el ends here
