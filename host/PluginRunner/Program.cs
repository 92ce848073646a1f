using ConfEngine.PluginRunner;

// At once: a thread that the plugin has left running must not keep the process.
Environment.Exit(Runner.Run(args));
