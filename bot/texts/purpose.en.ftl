purpose-meeting = making the next meeting better
purpose-work = planning the work ahead
