namespace ConfEngine.Contract.Errors;

/// <summary>The neutral error codes. An adapter maps its vendor's codes to these and keeps the raw code beside them.</summary>
public static class ErrorCodes
{
    /// <summary>The account is not signed in at the vendor.</summary>
    public const string NotLoggedIn = "not-logged-in";

    /// <summary>User name, password or token is wrong.</summary>
    public const string BadCredentials = "bad-credentials";

    /// <summary>What was valid is no longer: sign in anew.</summary>
    public const string AuthExpired = "auth-expired";

    /// <summary>A field has a value that is not allowed; <see cref="ContractError.Field"/> names it.</summary>
    public const string InvalidArgument = "invalid-argument";

    /// <summary>A start lies before now.</summary>
    public const string TimeInPast = "time-in-past";

    /// <summary>A duration is shorter or longer than allowed.</summary>
    public const string DurationOutOfRange = "duration-out-of-range";

    /// <summary>A subject is longer than allowed.</summary>
    public const string SubjectTooLong = "subject-too-long";

    /// <summary>A text field is longer than allowed.</summary>
    public const string TooLong = "too-long";

    /// <summary>A password breaks the vendor's rules, or is wrong.</summary>
    public const string PasswordPolicy = "password-policy";

    /// <summary>The password of a meeting is wrong.</summary>
    public const string WrongPassword = "wrong-password";

    /// <summary>The virtual meeting room is taken at that time.</summary>
    public const string VmrConflict = "vmr-conflict";

    /// <summary>There is no shared virtual meeting room.</summary>
    public const string NoSharedVmr = "no-shared-vmr";

    /// <summary>The room is booked at that time already.</summary>
    public const string TimeConflict = "time-conflict";

    /// <summary>No more meetings may run at once.</summary>
    public const string ConcurrencyExhausted = "concurrency-exhausted";

    /// <summary>There is no such meeting.</summary>
    public const string MeetingNotFound = "meeting-not-found";

    /// <summary>The meeting has begun, so it cannot be changed.</summary>
    public const string MeetingAlreadyStarted = "meeting-already-started";

    /// <summary>The meeting is over or has been cancelled.</summary>
    public const string MeetingEnded = "meeting-ended";

    /// <summary>The meeting is locked.</summary>
    public const string MeetingLocked = "meeting-locked";

    /// <summary>The account may not do this.</summary>
    public const string NoPermission = "no-permission";

    /// <summary>There is no such conference, call or other thing that was named.</summary>
    public const string NotFound = "not-found";

    /// <summary>The called party is busy (SIP 486, 600).</summary>
    public const string Busy = "busy";

    /// <summary>The called party does not answer (SIP 408, 480).</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>The called party declined (SIP 603).</summary>
    public const string Rejected = "rejected";

    /// <summary>The number is unknown or malformed (SIP 404, 484, 604).</summary>
    public const string BadNumber = "bad-number";

    /// <summary>The vendor cannot be reached.</summary>
    public const string Network = "network";

    /// <summary>Something took longer than its deadline.</summary>
    public const string Timeout = "timeout";

    /// <summary>The vendor wants fewer calls.</summary>
    public const string RateLimited = "rate-limited";

    /// <summary>The caller withdrew the call.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The plugin does not do this.</summary>
    public const string Unsupported = "unsupported";

    /// <summary>The operation makes no sense in this state.</summary>
    public const string WrongState = "wrong-state";

    /// <summary>The vendor said something this contract has no code for; its own code and text are in the error.</summary>
    public const string VendorUnknown = "vendor-unknown";

    /// <summary>Settings are missing or wrong; <see cref="ContractError.Field"/> names one.</summary>
    public const string BadSettings = "bad-settings";

    /// <summary>No version of the contract is spoken by both sides.</summary>
    public const string ContractMismatch = "contract-mismatch";

    /// <summary>A message breaks the contract.</summary>
    public const string BadMessage = "bad-message";

    /// <summary>A fault of the plugin's own.</summary>
    public const string Internal = "internal";

    /// <summary>The host does not ask the plugin now: it is not running, its queue is full, or too many calls have failed.</summary>
    public const string Unavailable = "unavailable";
}
