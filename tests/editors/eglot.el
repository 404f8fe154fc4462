;;; eglot.el --- Ask Emacs what it asks of the language server  -*- lexical-binding: t; -*-

;;; Commentary:

;; Writes the answers as JSON for test_eglot.py.  The current folder has
;; `us.pact', with a fault in a line, and `log.pactlog' beside it.

;;; Code:

(package-initialize) ; Debian's elpa-eglot; later Emacs has Eglot built in
(require 'pact-mode)
(require 'eglot)
(require 'flymake)
(require 'json)

(defvar answers nil "What is written in the end.")

(defun answer (name value)
  "Keep VALUE as the answer NAME."
  (push (cons name value) answers))

(defun wait (what done)
  "Wait for WHAT, until DONE says so."
  (let ((until (+ (float-time) 20)))
    (while (not (funcall done))
      (when (> (float-time) until)
        (error "Waited in vain for %s" what))
      (accept-process-output nil 0.02))))

(defun said ()
  "Places and words of what Flymake shows here: line, column, text."
  (vconcat
   (mapcar (lambda (one)
             (save-excursion
               (goto-char (flymake-diagnostic-beg one))
               (vector (1- (line-number-at-pos)) (current-column) (flymake-diagnostic-text one)
                       (symbol-name (flymake-diagnostic-type one)))))
           (flymake-diagnostics))))

(defun faults ()
  "What Flymake shows here as errors."
  (seq-filter (lambda (one) (eq 'eglot-error (flymake-diagnostic-type one))) (flymake-diagnostics)))

(defun lines ()
  "The text of this buffer, line by line."
  (vconcat (split-string (buffer-substring-no-properties (point-min) (point-max)) "\n" t)))

(defun look ()
  "Let Flymake ask, as it does when somebody looks at the buffer."
  (flymake-mode 1)
  (flymake-start))

(defun ask ()
  "Everything, in order."
  (let* ((log (find-file-noselect "log.pactlog"))
         (pact (find-file-noselect "us.pact")))
    (set-buffer pact)
    (switch-to-buffer pact)
    (apply #'eglot (eglot--guess-contact))
    (wait "the server" #'eglot-current-server)
    (look)
    (wait "diagnostics" #'faults)
    (answer 'fault (said))
    (goto-char (point-min))
    (search-forward "atmost")
    (replace-match "at most")
    (eglot--signal-textDocument/didChange)
    (wait "the fault to go" (lambda () (not (faults))))

    (with-current-buffer log
      (answer 'same_server (and (or (eglot-managed-p) (eglot--maybe-activate-editing-mode) (eglot-managed-p)) t))
      (look)
      (wait "a verdict in the log" #'flymake-diagnostics)
      (answer 'log (said)))

    (end-of-line)
    (insert "\n    ")
    (eglot--signal-textDocument/didChange)
    (let ((offer (eglot-completion-at-point)))
      (answer 'completion (vconcat (all-completions "" (nth 2 offer)))))
    (delete-region (1- (line-beginning-position)) (point))
    (goto-char (point-min))
    (search-forward "at mo")
    (eglot--signal-textDocument/didChange)
    (let* ((hover (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover
                                   (eglot--TextDocumentPositionParams))))
      (answer 'hover (substring-no-properties (eglot--hover-info (plist-get hover :contents)))))

    (eglot-format-buffer)
    (eglot--signal-textDocument/didChange) ; as it does by itself when the hand rests
    (answer 'formatted (lines))
    (goto-char (point-min))
    (search-forward "event str")
    (eglot-rename "walk")
    (answer 'renamed (vector (lines) (with-current-buffer log (lines))))
    (eglot-shutdown (eglot-current-server))))

(let ((inhibit-message nil))
  (condition-case problem
      (ask)
    (error (answer 'problem (error-message-string problem)))))
(with-temp-file "answers.json"
  (set-buffer-file-coding-system 'utf-8-unix)
  (insert (json-encode answers)))
(kill-emacs 0)
;;; eglot.el ends here
