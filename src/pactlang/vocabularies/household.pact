# Words for people who share a home: guests, chores, quiet, money.
# Brought in by: use household

event guest
    with person

event party
    plural parties

event chore
    fields task

event cleaning

event cooking

event shopping

event trash
    plural trashes

event expense
    amount in EUR
    fields item

event rent
    plural rents
    amount in EUR

event payment
    amount in EUR
    fields item

event noise
    fields kind

event notice

event consent
    with person

event check-in

event house-meeting

event repair-visit

event apology
    plural apologies

event review
