pact "Rules after Lisbon"
    between Kai and Rob
    time zone Europe/Lisbon
use relationships
cap dates "Two dates a month"
    at most 3 encounters per month by Rob
disclosure tell
    after each encounter by Rob, disclosure by Rob to Kai within 2 hours
    covering who, when
promise open
    "Rob leaves his phone unlocked on the kitchen counter when he is home."
    "Kai can have a look at the map any time Rob is out."
    "Rob lied all summer, he is a coward and he knows it."
    "You should have told me in April."
    "If I hear about Marco one more time, this is over."
    "No falling for anybody."
    "Marco keeps his distance at parties."
    "Kai may change the rules when he needs to, Rob may not."
