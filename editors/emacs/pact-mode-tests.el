;;; pact-mode-tests.el --- Tests of pact-mode  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT

;;; Commentary:

;; emacs --batch -L . -l pact-mode-tests.el -f ert-run-tests-batch-and-exit

;;; Code:

(require 'ert)
(require 'imenu)
(require 'pact-mode)

(defconst pact-tests-agreement "# Ours.

pact \"Ana and Ben\"
    between Ana and Ben
    in force from 2026-03-01
    time zone Europe/Berlin

person check \"Check # no comment\" known since 2025-11-20

event movie-night
    plural movie-nights

notice heads-up \"Before\"  # later
    before each encounter, notice by the same party at least 2 days ahead
    covering who, when
    > It is \"sudden # otherwise.
    \"Said at home.\"

matrix comfort for encounter
    party        Ana    Ben
    dinner       yes    no

# allow: B005 because we like it
check-in
    check-in by everyone every week on Sunday at 19:00
"
  "An agreement with something of everything.")

(defconst pact-tests-log "# Spring

2026-03-10  test by Ana
    Quick # and \"loud.
2026-03-12 19:30 to 23:10  encounter by Ana with dana at \"her place\", as e1
2026-03-13 09:05+01:00  withdraw consent by Ben about e1  # sad
2026-04-02  waive tell@2026-03-13~2 by Ben
2026-04-03  waive tell of e4, ours of e5 and late@2026-03-14 by Ben instead of Kim
2026-04-03  own tell@2026-03-13 by Ana
"
  "A log with something of everything.")

(defmacro pact-tests-with (mode text &rest body)
  "Evaluate BODY in a buffer with TEXT, in MODE."
  (declare (indent 2) (debug t))
  `(with-temp-buffer
     (insert ,text)
     (funcall ,mode)
     (font-lock-ensure)
     (goto-char (point-min))
     ,@body))

(defun pact-tests-face (line word)
  "The face of the first WORD on LINE (from 1)."
  (goto-char (point-min))
  (forward-line (1- line))
  (search-forward word (line-end-position))
  (let ((face (get-text-property (match-beginning 0) 'face)))
    (if (consp face) (car face) face)))

(defconst pact-tests-faces
  '((1 "Ours" font-lock-comment-face)
    (3 "pact" font-lock-keyword-face)
    (3 "and" font-lock-string-face)
    (4 "between" font-lock-keyword-face)
    (4 "Ana" nil)
    (5 "2026" font-lock-constant-face)
    (6 "Berlin" font-lock-constant-face)
    (8 "check" font-lock-function-name-face)
    (8 "#" font-lock-string-face)
    (8 "since" font-lock-keyword-face)
    (11 "plural" font-lock-keyword-face)
    (13 "notice" font-lock-keyword-face)
    (13 "heads" font-lock-function-name-face)
    (13 "later" font-lock-comment-face)
    (14 "encounter" font-lock-type-face)
    (14 "notice" font-lock-type-face)
    (14 "party" font-lock-keyword-face)
    (14 "days" font-lock-constant-face)
    (15 "covering" font-lock-builtin-face)
    (15 "who" nil)
    (16 "otherwise" pact-reason-face)
    (17 "Said" font-lock-string-face)
    (20 "party" nil)
    (21 "yes" font-lock-keyword-face)
    (23 "allow" font-lock-preprocessor-face)
    (24 "check" font-lock-keyword-face)
    (25 "check" font-lock-type-face)
    (25 "19:00" font-lock-constant-face))
  "Line, word, face.")

(defconst pact-tests-log-faces
  '((1 "Spring" font-lock-comment-face)
    (3 "2026" font-lock-constant-face)
    (3 "test" font-lock-type-face)
    (3 "by" font-lock-keyword-face)
    (4 "#" pact-note-face)
    (4 "loud" pact-note-face)
    (5 "to" font-lock-keyword-face)
    (5 "encounter" font-lock-type-face)
    (5 "place" font-lock-string-face)
    (5 "e1" font-lock-variable-name-face)
    (6 "consent" font-lock-builtin-face)
    (6 "sad" font-lock-comment-face)
    (7 "waive" font-lock-builtin-face)
    (7 "tell" font-lock-variable-name-face)
    (8 "e4" font-lock-variable-name-face)
    (8 "e5" font-lock-variable-name-face)
    (8 "late" font-lock-variable-name-face)
    (8 "and" font-lock-keyword-face)
    (8 "Kim" nil)
    (9 "own" font-lock-type-face)
    (9 "tell" font-lock-variable-name-face))
  "Line, word, face.")

(ert-deftest pact-tests-colours ()
  (pact-tests-with #'pact-mode pact-tests-agreement
    (pcase-dolist (`(,line ,word ,face) pact-tests-faces)
      (should (equal (list line word face) (list line word (pact-tests-face line word)))))))

(ert-deftest pact-tests-colours-of-logs ()
  (pact-tests-with #'pactlog-mode pact-tests-log
    (pcase-dolist (`(,line ,word ,face) pact-tests-log-faces)
      (should (equal (list line word face) (list line word (pact-tests-face line word)))))))

(ert-deftest pact-tests-what-is-right-is-not-indented-anew ()
  (dolist (case `((pact-mode . ,pact-tests-agreement) (pactlog-mode . ,pact-tests-log)))
    (pact-tests-with (car case) (cdr case)
      (let ((inhibit-message t))
        (indent-region (point-min) (point-max)))
      (should (equal (buffer-string) (cdr case))))))

(ert-deftest pact-tests-what-is-wrong-is-indented ()
  (dolist (case `((pact-mode . ,pact-tests-agreement) (pactlog-mode . ,pact-tests-log)))
    ;; Comments of an agreement stay where they are: both places are right.
    (pact-tests-with (car case) (replace-regexp-in-string "^ *\\([^ #\n]\\)" "  \\1" (cdr case))
      (let ((inhibit-message t))
        (indent-region (point-min) (point-max)))
      (should (equal (buffer-string) (cdr case))))))

(ert-deftest pact-tests-typing ()
  (pact-tests-with #'pact-mode "cap evenings"
    (electric-indent-mode 1)
    (goto-char (point-max))
    (newline-and-indent)
    (should (= 4 (current-column)))
    (insert "at most 1 encounter per month")
    (newline-and-indent)
    (should (= 4 (current-column)))
    (newline-and-indent)
    (should (= 0 (current-column))))
  (pact-tests-with #'pactlog-mode "2026-03-10  test by Ana"
    (goto-char (point-max))
    (newline-and-indent)
    (should (= 0 (current-column)))
    (insert "Quick.")
    (indent-according-to-mode)
    (newline-and-indent)
    (should (= 4 (current-column)))))

(ert-deftest pact-tests-comments ()
  (pact-tests-with #'pact-mode "cap evenings\n"
    (comment-region (point-min) (point-max))
    (should (equal (buffer-string) "# cap evenings\n"))
    (uncomment-region (point-min) (point-max))
    (should (equal (buffer-string) "cap evenings\n"))))

(defun pact-tests-menu ()
  "The menu of this buffer, without places."
  (mapcar (lambda (group) (if (listp (cdr group)) (cons (car group) (mapcar #'car (cdr group))) (car group)))
          (cdr (imenu--make-index-alist t))))

(ert-deftest pact-tests-imenu ()
  (pact-tests-with #'pact-mode pact-tests-agreement
    (should (equal (sort (pact-tests-menu) (lambda (one other) (string< (car one) (car other))))
                   '(("Clauses" "notice heads-up" "check-in") ("Events" "movie-night")
                     ("People" "check") ("Tables" "comfort")))))
  (pact-tests-with #'pactlog-mode pact-tests-log
    (should (equal (pact-tests-menu) '(("Entries" "e1") "Spring")))))

(ert-deftest pact-tests-files ()
  (should (eq 'pact-mode (cdr (assoc "us.pact" auto-mode-alist #'string-match-p))))
  (should (eq 'pactlog-mode (assoc-default "log.pactlog" auto-mode-alist #'string-match-p))))

(defun pact-tests-places (said)
  "Where \\[next-error] goes in what a program SAID: file and line."
  (with-temp-buffer
    (insert said)
    (compilation-mode)
    (let ((inhibit-read-only t) found)
      (compilation--ensure-parse (point-max))
      (goto-char (point-min))
      (while (not (eobp))
        (when-let* ((message (get-text-property (point) 'compilation-message))
                    (place (compilation--message->loc message)))
          (push (list (caar (compilation--loc->file-struct place)) (compilation--loc->line place)) found))
        (goto-char (next-single-property-change (point) 'compilation-message nil (point-max))))
      (delete-dups (nreverse found)))))

(ert-deftest pact-tests-compilation ()
  (should (equal (pact-tests-places "us.pact:4:3: 'boo' cannot be used here. [E001]\n    4 |   boo\n          ^^^\n")
                 '(("us.pact" 4))))
  (should (equal (pact-tests-places "Balance\n\n  us.pact:32: Ana tells. [B002 x]\n   32 |     before\n    us.pact:35: here too\n")
                 '(("us.pact" 32) ("us.pact" 35))))
  (should (equal (pact-tests-places "  late@2026-09-25\n    “at most 1”  us.pact:29\n    2 of 1.\n      2026-09-12 19:30 to 23:10  e by Ana  log.pactlog:8 (e1)\n")
                 '(("us.pact" 29) ("log.pactlog" 8)))))

(ert-deftest pact-tests-compile-command ()
  (let ((default-directory (file-name-as-directory (make-temp-file "pact" t))))
    (write-region "pact \"Us\"\n" nil "us.pact" nil 'silent)
    (write-region "event tea\n" nil "house.pact" nil 'silent)
    (write-region "" nil "log.pactlog" nil 'silent)
    (dolist (case '(("us.pact" . "pact lint --all us.pact") ("log.pactlog" . "pact check us.pact log.pactlog")))
      (let ((buffer (find-file-noselect (car case))))
        (should (equal (cdr case) (buffer-local-value 'compile-command buffer)))
        (kill-buffer buffer)))
    (delete-directory default-directory t)))

(provide 'pact-mode-tests)
;;; pact-mode-tests.el ends here
