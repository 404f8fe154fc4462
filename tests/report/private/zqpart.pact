event zqshared
